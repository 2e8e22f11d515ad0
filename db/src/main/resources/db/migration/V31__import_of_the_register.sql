-- Import of the register that a county has today: appointments, trainings taken, licences, agreements on paper. Handled as
-- the files of units and staff are (V2); the rows are removed when the file is applied or discarded.
alter table import_run
  modify kind varchar(20) not null comment 'UNITS, STAFF, REGISTER',
  drop constraint CONSTRAINT_1,
  add constraint import_run_kind check (kind in ('UNITS', 'STAFF', 'REGISTER'));

-- What a row lacks or has wrong is empty here, and a row of import_problem beside it.
create table import_register (
  run_id bigint not null,
  line int not null comment 'in the file',
  type varchar(30) null comment 'APPOINTMENT, TRAINING, REFRESHER, LICENCE, LICENCE_WITHDRAWN, AGREEMENT',
  hsa_id varchar(40) null,
  given_name varchar(100) not null default '',
  family_name varchar(100) not null default '',
  email varchar(254) null,
  role varchar(100) not null default '' comment 'as written: code or name',
  place varchar(200) not null default '' comment 'as written: HSA-id, code or name',
  units varchar(2000) not null default '' comment 'HSA-ids with spaces between',
  what varchar(500) not null default '' comment 'training, refresher or licence as written: code or name',
  valid_from date null,
  valid_through date null,
  signed_on date null,
  vouched_by varchar(200) not null default '',
  faulty boolean not null default false,
  person_id bigint null comment 'whom the row is about, when known',
  like_person bigint null comment 'proposed: the same as this person in the portal',
  like_line int null comment 'proposed: the same person as on this line',
  same_person boolean null comment 'what somebody decided about the proposal',
  merges boolean not null default false comment 'both are known: the same person means that one is merged into the other',
  outcome varchar(20) null comment 'ADDED, UNCHANGED',
  primary key (run_id, line)
);

-- The standings that would result, while somebody decides.
create table import_standing (
  run_id bigint not null,
  appointment_id bigint not null comment 'below zero for one that would begin: the line of the file',
  person_id bigint not null,
  role_id bigint not null,
  place_id bigint not null,
  standing varchar(20) not null comment 'today, or on the first day of one that begins later',
  day date null comment 'what the label tells: through, due on, lapsed since, ended on',
  steps_left int not null,
  lapses_on date null comment 'valid today: the first day within twelve months on which it no longer is',
  primary key (run_id, appointment_id),
  key import_standing_of (run_id, role_id, standing)
);
