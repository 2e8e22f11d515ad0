create table course (
  id bigint not null auto_increment primary key,
  version bigint not null default 0,
  code varchar(60) not null unique references course_ref (code),
  title_sv varchar(200) not null,
  title_en varchar(200) not null,
  summary_sv varchar(1000) not null,
  summary_en varchar(1000) not null,
  minutes int not null
);

create table course_version (
  id bigint not null auto_increment primary key,
  course_id bigint not null references course (id),
  number int not null,
  scorm_version varchar(20) not null,
  manifest json not null comment 'what the import found, as the scorm library reads it again',
  sha256 char(64) not null,
  size bigint not null,
  complete boolean not null default false comment 'all chunks are there',
  published_at datetime(6) null,
  created_at datetime(6) not null,
  created_by varchar(100) not null,
  unique key course_version_number (course_id, number)
);

create table package_chunk (
  course_version_id bigint not null references course_version (id),
  position int not null,
  bytes mediumblob not null comment 'at most 1 MiB',
  primary key (course_version_id, position)
);

create table attempt (
  id bigint not null auto_increment primary key,
  version bigint not null default 0,
  person_id bigint not null references person (id),
  course_version_id bigint not null references course_version (id),
  number int not null,
  state json not null comment 'AttemptState of the scorm library',
  status varchar(20) not null comment 'NOT_ATTEMPTED, INCOMPLETE, COMPLETED, PASSED, FAILED',
  progress_note varchar(255) null comment 'where content says the learner is',
  score decimal(7, 2) null,
  total_seconds bigint not null default 0,
  started_at datetime(6) not null,
  last_commit_at datetime(6) null,
  completed_at datetime(6) null,
  secret_hash char(64) null unique,
  secret_expires_at datetime(6) null,
  launch_ticket_hash char(64) null unique,
  launch_ticket_expires_at datetime(6) null,
  path_token_hash char(64) null unique,
  unique key attempt_number (person_id, course_version_id, number),
  key attempt_course (course_version_id, status)
);
