create table training (
  id bigint not null auto_increment primary key,
  version bigint not null default 0,
  kind varchar(60) not null references training_kind (code),
  place_id bigint not null comment 'the unit, or the county for county trainings' references place (id),
  title varchar(200) not null,
  venue varchar(200) null,
  link varchar(500) null,
  seats int not null,
  cancelled_at datetime(6) null,
  created_at datetime(6) not null,
  created_by bigint null references person (id),
  key training_place (place_id),
  key training_kind_of (kind)
);

create table training_session (
  id bigint not null auto_increment primary key,
  training_id bigint not null references training (id),
  part int not null comment '1-based: which part of the training it is, so that a make-up elsewhere counts',
  day date not null,
  starts time not null comment 'the county''s zone',
  ends time not null,
  unique key training_session_part (training_id, part),
  key training_session_day (day),
  check (starts < ends)
);

create table training_leader (
  training_id bigint not null references training (id),
  person_id bigint not null references person (id),
  primary key (training_id, person_id),
  key training_leader_person (person_id)
);

create table sign_up (
  id bigint not null auto_increment primary key,
  version bigint not null default 0,
  training_id bigint not null references training (id),
  person_id bigint not null references person (id),
  state varchar(20) not null comment 'SIGNED_UP, WAITING, CANCELLED',
  signed_up_at datetime(6) not null,
  signed_up_by bigint null references person (id),
  unique key sign_up_once (training_id, person_id),
  key sign_up_person (person_id, state),
  check (state in ('SIGNED_UP', 'WAITING', 'CANCELLED'))
);

create table attendance (
  id bigint not null auto_increment primary key,
  session_id bigint not null references training_session (id),
  person_id bigint not null references person (id),
  present boolean not null,
  fact_id bigint null comment 'the standing fact of this attendance' references fact (id),
  marked_at datetime(6) not null,
  marked_by bigint null references person (id),
  version bigint not null default 0,
  unique key attendance_once (session_id, person_id),
  key attendance_person (person_id)
);
