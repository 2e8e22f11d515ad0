-- Facts are only appended (domain.md "Facts"): a correction supersedes an earlier row.
create table fact (
  id bigint not null auto_increment primary key,
  person_id bigint not null references person (id),
  employment_id bigint null references employment (id),
  appointment_id bigint null,
  kind varchar(30) not null,
  code varchar(60) null comment 'licence, course, kind of training or requirement that the fact is about',
  number int null comment 'version of a course or description; part of a training',
  origin bigint null comment 'training, attempt, agreement … that it came from',
  valid_from date not null,
  valid_through date null,
  supersedes bigint null references fact (id),
  withdrawn boolean not null default false comment 'the superseded fact never was',
  reason varchar(500) null,
  recorded_at datetime(6) not null,
  recorded_by varchar(100) not null,
  key fact_person (person_id, recorded_at),
  key fact_appointment (appointment_id, recorded_at),
  key fact_course (kind, code, person_id),
  unique key fact_superseded_once (supersedes)
);

create table course_ref (
  code varchar(60) not null primary key,
  name_sv varchar(200) not null,
  name_en varchar(200) not null
);

create table training_kind (
  code varchar(60) not null primary key,
  name_sv varchar(200) not null,
  name_en varchar(200) not null,
  sessions int not null comment 'sessions that must all be attended',
  arranger varchar(20) not null comment 'COUNTY: training administrators; UNIT: instructors in the units they serve',
  minimum_minutes int not null,
  check (arranger in ('COUNTY', 'UNIT'))
);

create table role (
  id bigint not null auto_increment primary key,
  code varchar(40) not null unique,
  name_sv varchar(100) not null,
  name_en varchar(100) not null,
  purpose_sv varchar(1000) not null,
  purpose_en varchar(1000) not null,
  held_at varchar(20) not null comment 'UNIT or ORGANISATION',
  office varchar(30) null comment 'METHOD_SUPERVISOR, INSTRUCTOR: what an appointee may do in the units served'
);

-- A version of what a role requires; append-only.
create table role_version (
  id bigint not null auto_increment primary key,
  role_id bigint not null references role (id),
  valid_from date not null,
  known_from datetime(6) not null,
  window_months int not null comment 'M: so long before something must be renewed the standing says so',
  recorded_by varchar(100) not null,
  key role_version_of (role_id, known_from)
);

create table requirement (
  id bigint not null auto_increment primary key,
  role_version_id bigint not null references role_version (id),
  position int not null,
  kind varchar(20) not null comment 'LICENCE, ATTESTATION, COURSE, TRAINING, AGREEMENT, REFRESHER',
  code varchar(60) not null comment 'licence, attestation, course_ref or training_kind; AGREEMENT: agreement',
  text_sv varchar(500) not null,
  text_en varchar(500) not null,
  period_months int null comment 'REFRESHER: N',
  grace_months int null comment 'REFRESHER: G',
  after_pause_months int null comment 'REFRESHER: R',
  next_due_from varchar(20) null comment 'REFRESHER: DAY_TAKEN or OLD_DUE_DAY',
  starts_with varchar(60) null comment 'REFRESHER: kind of training whose completion starts the period',
  unique key requirement_position (role_version_id, position),
  check (kind in ('LICENCE', 'ATTESTATION', 'COURSE', 'TRAINING', 'AGREEMENT', 'REFRESHER'))
);

create table description_version (
  id bigint not null auto_increment primary key,
  role_id bigint not null references role (id),
  number int not null,
  text_sv text not null,
  decided_by varchar(200) not null,
  decided_on date not null,
  applies_from date not null,
  recorded_at datetime(6) not null,
  recorded_by varchar(100) not null,
  unique key description_number (role_id, number)
);

-- How many certified persons a place needs: by kind of unit, with exceptions by place.
create table need (
  id bigint not null auto_increment primary key,
  role_id bigint not null references role (id),
  unit_kind_id bigint null references unit_kind (id),
  organisation_kind varchar(20) null comment 'with unit_kind_id: only units of such organisations',
  place_id bigint null comment 'an exception for one place' references place (id),
  number int not null,
  reason varchar(500) null,
  valid_from date not null,
  valid_through date not null default '9999-12-31',
  known_from datetime(6) not null,
  known_until datetime(6) not null default '9999-12-31 23:59:59',
  recorded_by varchar(100) not null,
  key need_kind (role_id, unit_kind_id, known_until),
  key need_place (place_id, role_id, known_until),
  check ((unit_kind_id is null) <> (place_id is null))
);
