create table appointment (
  id bigint not null auto_increment primary key,
  version bigint not null default 0,
  person_id bigint not null references person (id),
  role_id bigint not null references role (id),
  place_id bigint not null comment 'place held' references place (id),
  employment_id bigint null references employment (id),
  valid_from date not null,
  valid_through date not null default '9999-12-31',
  appointed_at datetime(6) not null,
  appointed_by bigint null references person (id),
  form_token char(36) null unique comment 'of the form that was sent: sent twice, it appoints once',
  key appointment_person (person_id),
  key appointment_place (place_id, role_id),
  key appointment_role (role_id),
  check (valid_from <= valid_through)
);
alter table fact add constraint fact_of_appointment foreign key (appointment_id) references appointment (id);

-- Units served, the held one included where it is a unit.
create table appointment_unit (
  id bigint not null auto_increment primary key,
  appointment_id bigint not null references appointment (id),
  unit_id bigint not null references place (id),
  valid_from date not null,
  valid_through date not null default '9999-12-31',
  known_from datetime(6) not null,
  known_until datetime(6) not null default '9999-12-31 23:59:59',
  recorded_by varchar(100) not null,
  key appointment_unit_of (appointment_id, known_until),
  key appointment_unit_at (unit_id, known_until, appointment_id)
);

-- An index over what facts and rules say, never a truth of its own: rebuild must find no difference.
create table standing_period (
  id bigint not null auto_increment primary key,
  appointment_id bigint not null references appointment (id),
  valid_from date not null,
  valid_through date not null,
  standing varchar(20) not null,
  due_day date null comment 'next due day, as it stands in this period',
  reasons json not null,
  known_from datetime(6) not null,
  known_until datetime(6) not null default '9999-12-31 23:59:59',
  key standing_period_of (appointment_id, known_until, valid_from),
  key standing_period_due (known_until, due_day),
  check (standing in ('NOMINATED', 'CERTIFIED', 'REFRESHER_DUE', 'LAPSED', 'PAUSED', 'ENDED'))
);

-- Every office anyone holds, whatever it comes from: read by the guard in one statement.
create view office_in_place as
  select person_id, office, place_id, valid_from, valid_through from office_grant
  union all
  select person_id, 'EMPLOYEE', unit_id, valid_from, valid_through from employment
  union all
  select a.person_id, r.office, u.unit_id, greatest(a.valid_from, u.valid_from), least(a.valid_through, u.valid_through)
    from appointment a
    join role r on r.id = a.role_id and r.office is not null
    join appointment_unit u on u.appointment_id = a.id and u.known_until = '9999-12-31 23:59:59';
