-- A refresher due on a fixed day of the year, and what restores after its grace; attendance that recurs; a course in a newer
-- version from a day on (domain.md "Standing", rules 4, 5 and 8, and what a role can require).
alter table requirement
  modify kind varchar(20) not null comment 'LICENCE, ATTESTATION, COURSE, TRAINING, AGREEMENT, REFRESHER, RECURRING',
  modify period_months int null comment 'REFRESHER: N, or with a fixed day the least time; RECURRING: in so many months',
  modify after_pause_months int null comment 'REFRESHER, RECURRING: R',
  modify next_due_from varchar(20) null comment 'REFRESHER: DAY_TAKEN, OLD_DUE_DAY or FIXED_DAY',
  add column fixed_day char(5) null comment 'REFRESHER with FIXED_DAY: month and day, as in 09-01' after next_due_from,
  add column after_grace varchar(20) not null default 'WHOLE_TRAINING' comment 'REFRESHER: what restores after G, WHOLE_TRAINING or REFRESHER' after grace_months,
  add column occasions int null comment 'RECURRING: so many',
  add column course_version int null comment 'COURSE: the least version that counts',
  add column last_day_of_old date null comment 'COURSE: through this day older versions count as well',
  drop constraint CONSTRAINT_1,
  add constraint requirement_kind check (kind in ('LICENCE', 'ATTESTATION', 'COURSE', 'TRAINING', 'AGREEMENT', 'REFRESHER', 'RECURRING')),
  add constraint requirement_fixed_day check ((next_due_from = 'FIXED_DAY') = (fixed_day is not null) or next_due_from is null and fixed_day is null),
  add constraint requirement_recurring check ((kind = 'RECURRING') = (occasions is not null)),
  add constraint requirement_version check ((course_version is null) = (last_day_of_old is null));

-- Held every term (domain.md "Why it exists"): what a role may ask a method supervisor to come to regularly.
insert into training_kind (code, name_sv, name_en, sessions, arranger, minimum_minutes) values
  ('theme-meeting', 'Tematräff för metodhandledare', 'Theme meeting for method supervisors', 1, 'COUNTY', 60);
