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
  launch_url varchar(1000) not null comment 'first launchable item, relative to the package',
  launch_data json not null comment 'its LaunchData',
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
  state longtext not null comment 'AttemptState of the scorm library; content may say what no JSON check allows',
  status varchar(20) not null comment 'NOT_ATTEMPTED, INCOMPLETE, BROWSED, FAILED, COMPLETED, PASSED',
  score decimal(7, 2) null,
  total_seconds bigint not null default 0,
  started_at datetime(6) not null,
  last_commit_at datetime(6) null,
  completed_at datetime(6) null,
  unique key attempt_number (person_id, course_version_id, number),
  key attempt_course (course_version_id, completed_at)
);

-- One opening of the player: first a ticket, then the secret that commits and the token that reads files. Only hashes.
create table player_launch (
  id bigint not null auto_increment primary key,
  attempt_id bigint not null references attempt (id),
  ticket_hash char(64) null unique,
  ticket_expires_at datetime(6) not null,
  secret_hash char(64) null unique,
  path_token_hash char(64) null unique,
  secret_expires_at datetime(6) null,
  revoked boolean not null default false,
  key player_launch_attempt (attempt_id)
);
