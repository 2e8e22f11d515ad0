-- Authors use the status of content in different ways: when a course counts as done is a setting of the course.
alter table course add column completion_rule varchar(20) not null default 'status'
  comment 'CompletionRule of the scorm library: status, passed, score:80, either:80, both:80';
