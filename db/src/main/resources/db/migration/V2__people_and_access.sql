create table person (
  id bigint not null auto_increment primary key,
  version bigint not null default 0,
  given_name varchar(100) not null,
  family_name varchar(100) not null,
  email varchar(254) null,
  protected boolean not null default false comment 'skyddade personuppgifter',
  merged_into bigint null comment 'this row is the same person as that one, which is itself not merged' references person (id),
  added_as varchar(60) null unique comment 'token of the form, or line of the import, that added the person: the same again adds nobody',
  created_at datetime(6) not null,
  created_by varchar(100) not null,
  key person_name (family_name, given_name, id),
  key person_email (email),
  key person_merged (merged_into)
);

create table employment (
  id bigint not null auto_increment primary key,
  version bigint not null default 0,
  person_id bigint not null references person (id),
  unit_id bigint not null references place (id),
  hsa_id varchar(40) null comment 'one an employment in the directory; a move to another unit closes a row and begins one',
  title varchar(100) not null,
  valid_from date not null,
  valid_through date not null default '9999-12-31',
  created_at datetime(6) not null,
  created_by varchar(100) not null,
  key employment_person (person_id),
  key employment_unit (unit_id, valid_through),
  unique key employment_hsa (hsa_id, valid_from),
  check (valid_from <= valid_through)
);

create table account (
  id bigint not null auto_increment primary key,
  version bigint not null default 0,
  person_id bigint not null unique references person (id),
  username varchar(254) not null unique,
  password_hash varchar(255) null comment 'Argon2id; null until the invitation is used',
  language char(2) not null default 'sv',
  failures int not null default 0,
  next_try_at datetime(6) null comment 'growing delay after failures',
  closed boolean not null default false,
  last_sign_in datetime(6) null,
  sessions_from datetime(6) null comment 'sessions that began earlier have ended: the password was changed, the account closed',
  created_at datetime(6) not null
);

create table account_token (
  id bigint not null auto_increment primary key,
  account_id bigint not null references account (id),
  purpose varchar(20) not null comment 'INVITATION, RESET',
  token_hash char(64) not null unique comment 'SHA-256 of the token in the mailed link',
  expires_at datetime(6) not null,
  used_at datetime(6) null,
  created_at datetime(6) not null,
  key account_token_account (account_id)
);

-- Who holds which office where: given by an administrator or by import.
create table office_grant (
  id bigint not null auto_increment primary key,
  version bigint not null default 0,
  person_id bigint not null references person (id),
  office varchar(30) not null,
  place_id bigint not null references place (id),
  valid_from date not null,
  valid_through date not null default '9999-12-31',
  deputy_for bigint null references person (id),
  from_directory boolean not null default false comment 'follows the unit''s manager in the directory',
  granted_at datetime(6) not null,
  granted_by varchar(100) not null,
  key office_grant_person (person_id),
  key office_grant_place (place_id, office),
  check (office in ('MANAGER', 'COORDINATOR', 'PROCESS_LEADER', 'MAS', 'TRAINING_ADMINISTRATOR', 'SYSTEM_ADMINISTRATOR')),
  check (valid_from <= valid_through)
);

-- Insert and select only. Written in a transaction of its own, unchained; sealed in batches.
create table audit_event (
  id bigint not null auto_increment primary key,
  at datetime(6) not null,
  actor varchar(100) not null comment 'person:<id>, system:<job> or anonymous',
  action varchar(60) not null,
  outcome varchar(10) not null comment 'DONE, REFUSED',
  subject varchar(100) null comment '<kind>:<id>',
  place_id bigint null,
  request_id varchar(40) null,
  details varchar(1000) null,
  key audit_event_at (at),
  key audit_event_actor (actor, at)
);

create table audit_seal (
  id bigint not null auto_increment primary key,
  first_event bigint not null unique comment 'two sealers cannot seal the same rows',
  last_event bigint not null,
  events int not null,
  root char(64) not null,
  previous char(64) not null,
  seal char(64) not null,
  sealed_at datetime(6) not null
);

-- A file from the directory: read into the rows below, checked, decided upon, then applied as a whole.
create table import_run (
  id bigint not null auto_increment primary key,
  kind varchar(20) not null comment 'UNITS, STAFF',
  file_name varchar(255) not null,
  sha256 char(64) not null,
  state varchar(20) not null comment 'READING, REFUSED, CHECKED, APPLYING, APPLIED, FAILED, DISCARDED',
  checked_for date null comment 'the day that the report is about',
  refusal varchar(60) null comment 'message key of why the whole file was refused',
  refusal_value varchar(500) null,
  done int not null default 0 comment 'lines read or applied so far, of the total',
  total int not null default 0,
  added int not null default 0,
  changed int not null default 0,
  closed int not null default 0,
  unchanged int not null default 0,
  faulty int not null default 0,
  progressed_at datetime(6) not null comment 'old: whoever worked on it is gone',
  created_at datetime(6) not null,
  created_by varchar(100) not null,
  applied_at datetime(6) null,
  applied_by varchar(100) null,
  key import_run_state (state),
  check (kind in ('UNITS', 'STAFF')),
  check (state in ('READING', 'REFUSED', 'CHECKED', 'APPLYING', 'APPLIED', 'FAILED', 'DISCARDED'))
);

-- The rows of a file while it is decided upon; removed when it is applied or discarded.
create table import_unit (
  run_id bigint not null comment 'import_run; no foreign key, so that progress can be written beside the work',
  line int not null comment 'in the file; below zero for what the file does not name',
  hsa_id varchar(40) not null,
  name varchar(200) not null,
  kind varchar(100) not null,
  organisation varchar(200) not null,
  district varchar(200) not null,
  manager_hsa_id varchar(40) null,
  valid_from date null,
  valid_through date null,
  faulty boolean not null default false,
  place_id bigint null,
  unit_kind_id bigint null,
  organisation_id bigint null,
  district_id bigint null,
  change_from date null,
  outcome varchar(20) null comment 'ADDED, CHANGED, CLOSED, UNCHANGED',
  primary key (run_id, line),
  key import_unit_hsa (run_id, hsa_id)
);

create table import_staff (
  run_id bigint not null,
  line int not null comment 'in the file; below zero for what the file does not name',
  hsa_id varchar(40) not null,
  given_name varchar(100) not null,
  family_name varchar(100) not null,
  email varchar(254) null,
  unit_hsa_id varchar(40) not null,
  title varchar(100) not null,
  valid_from date null,
  valid_through date null,
  protected boolean not null default false,
  faulty boolean not null default false,
  unit_id bigint null,
  employment_id bigint null,
  person_id bigint null comment 'whom the row is about, when known',
  leads boolean not null default true comment 'the row whose name and e-mail count, where several are about one person',
  like_person bigint null comment 'proposed: the same as this person in the portal',
  like_line int null comment 'proposed: the same person as on this line',
  same_person boolean null comment 'what somebody decided about the proposal',
  move_on date null comment 'the employment goes on in another unit from this day',
  outcome varchar(20) null comment 'ADDED, CHANGED, CLOSED, UNCHANGED',
  primary key (run_id, line),
  key import_staff_hsa (run_id, hsa_id),
  key import_staff_email (run_id, email)
);

create table import_problem (
  run_id bigint not null,
  line int not null,
  column_name varchar(40) not null,
  reason varchar(60) not null comment 'message key',
  value varchar(200) not null comment 'what stands there, shortened',
  primary key (run_id, line, column_name, reason)
);

-- Whom the directory names as manager of a unit; the office follows as soon as the employment is known.
create table directory_manager (
  place_id bigint not null primary key references place (id),
  hsa_id varchar(40) not null,
  key directory_manager_hsa (hsa_id)
);

create table demo_progress (
  step varchar(40) not null primary key,
  done int not null,
  total int not null,
  finished_at datetime(6) null
);

-- Whom a trial county can be tried as; the password is the demo's own.
create table demo_account (
  position int not null primary key,
  who varchar(100) not null,
  username varchar(254) not null
);
