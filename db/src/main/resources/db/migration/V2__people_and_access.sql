create table person (
  id bigint not null auto_increment primary key,
  version bigint not null default 0,
  given_name varchar(100) not null,
  family_name varchar(100) not null,
  email varchar(254) null,
  protected boolean not null default false comment 'skyddade personuppgifter',
  merged_into bigint null references person (id),
  created_at datetime(6) not null,
  created_by varchar(100) not null,
  key person_name (family_name, given_name, id),
  key person_email (email)
);

create table employment (
  id bigint not null auto_increment primary key,
  version bigint not null default 0,
  person_id bigint not null references person (id),
  unit_id bigint not null references place (id),
  hsa_id varchar(40) null unique,
  title varchar(100) not null,
  valid_from date not null,
  valid_through date not null default '9999-12-31',
  created_at datetime(6) not null,
  created_by varchar(100) not null,
  key employment_person (person_id),
  key employment_unit (unit_id, valid_through),
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
  first_event bigint not null,
  last_event bigint not null,
  events int not null,
  root char(64) not null,
  previous char(64) not null,
  seal char(64) not null,
  sealed_at datetime(6) not null
);

create table import_run (
  id bigint not null auto_increment primary key,
  version bigint not null default 0,
  kind varchar(20) not null comment 'UNITS, STAFF',
  file_name varchar(255) not null,
  content longblob not null,
  state varchar(20) not null comment 'CHECKED, APPLYING, APPLIED, FAILED, DISCARDED',
  report json not null,
  done int not null default 0,
  total int not null default 0,
  created_at datetime(6) not null,
  created_by varchar(100) not null,
  applied_at datetime(6) null
);

create table demo_progress (
  step varchar(40) not null primary key,
  done int not null,
  total int not null,
  finished_at datetime(6) null
);
