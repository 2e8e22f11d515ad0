-- Process leaders publish courses. A course that is begun is offered to no role until it has a version to take.
alter table course_ref add column offered boolean not null default true comment 'false until its first version is published';

-- A package on its way in: checked, stored in chunks, then published as a version by a person, or taken away. Until it is
-- published its version has the number -id, so that those published count 1, 2, 3.
create table course_upload (
  id bigint not null auto_increment primary key,
  course_id bigint not null references course (id),
  course_version_id bigint null references course_version (id),
  state varchar(20) not null comment 'CHECKING, STORING, READY, PUBLISHED, REFUSED, FAILED, DISCARDED',
  file_name varchar(200) not null,
  size bigint not null,
  sha256 char(64) not null,
  stored int not null default 0 comment 'chunks that are there',
  report longtext null comment 'what was found in it (PackageSummary)',
  heard_at datetime(6) not null comment 'when whoever works on it last said so',
  created_at datetime(6) not null,
  created_by varchar(100) not null,
  key course_upload_course (course_id, id),
  key course_upload_working (state, heard_at),
  check (state in ('CHECKING', 'STORING', 'READY', 'PUBLISHED', 'REFUSED', 'FAILED', 'DISCARDED'))
);

-- Somebody who answers for a course tries a version: an attempt of nobody, beside all others, that is deleted when it ends.
create table course_trial (
  id bigint not null auto_increment primary key,
  course_version_id bigint not null references course_version (id),
  person_id bigint not null references person (id),
  upload_id bigint null references course_upload (id),
  state longtext not null comment 'AttemptState of the scorm library',
  ticket_hash char(64) null unique,
  secret_hash char(64) null unique,
  path_token_hash char(64) null unique,
  expires_at datetime(6) not null,
  key course_trial_expires (expires_at)
);
