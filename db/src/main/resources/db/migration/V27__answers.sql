-- What learners answered to the questions of courses, for whoever answers for the course: the first answer of each attempt.
-- Written when content reports a result; what stands in attempt.state stays the truth.
create table attempt_answer (
  attempt_id bigint not null references attempt (id),
  activity varchar(255) collate utf8mb4_bin not null comment 'identifier of the part',
  question varchar(255) collate utf8mb4_bin not null comment 'identifier in cmi.interactions',
  place int not null comment 'its place among the answers of the attempt, from 1',
  text varchar(250) null comment 'what was asked, where content says it',
  response varchar(250) null comment 'in the notation of the standard',
  correct boolean null comment 'null: neither right nor wrong',
  seconds decimal(9, 2) null,
  primary key (attempt_id, activity, question)
);

-- Where the learner was last, in the words of the course, to see where people stop.
alter table attempt add column location varchar(250) not null default '' after score;
