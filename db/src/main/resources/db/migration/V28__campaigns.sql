-- Campaigns: a system or a process changes, and some people are to take a course or a training by a last day. Whom it reaches
-- and who has done it is never stored: it follows from appointments, employments, placements and facts of the day.
create table campaign (
  id bigint not null auto_increment primary key,
  place_id bigint not null comment 'county or district whose it is: who follows up there may change it, and nobody outside is reached' references place (id),
  begins_on date not null comment 'the day it was made',
  key campaign_place_of (place_id)
);

-- What a campaign says; never changed: another version takes its place, with the reason.
create table campaign_version (
  id bigint not null auto_increment primary key,
  campaign_id bigint not null references campaign (id),
  title varchar(200) not null,
  why text not null,
  task varchar(20) not null comment 'COURSE, TRAINING',
  code varchar(60) not null comment 'course_ref or training_kind',
  counts_from date null comment 'done earlier does not count; null: done at any time counts',
  last_day date not null,
  all_staff boolean not null comment 'whoever works in the units; beside those with one of campaign_role',
  closed boolean not null default false,
  reason varchar(500) null comment 'why it was changed or closed; null: of the first version',
  known_from datetime(6) not null,
  known_until datetime(6) not null default '9999-12-31 23:59:59',
  recorded_by varchar(100) not null,
  key campaign_version_of (campaign_id, known_until),
  key campaign_version_now (known_until, closed, last_day),
  check (task in ('COURSE', 'TRAINING'))
);

create table campaign_role (
  version_id bigint not null references campaign_version (id),
  role_id bigint not null references role (id),
  primary key (version_id, role_id)
);

-- Only units of these kinds; none: of all.
create table campaign_unit_kind (
  version_id bigint not null references campaign_version (id),
  unit_kind_id bigint not null references unit_kind (id),
  primary key (version_id, unit_kind_id)
);

-- Only in these districts and organisations; none: everywhere below the campaign's own place.
create table campaign_place (
  version_id bigint not null references campaign_version (id),
  place_id bigint not null references place (id),
  primary key (version_id, place_id)
);

-- What method supervisors are there for when a system changes (domain.md): they hold it themselves in the units they serve.
alter table training_kind add column by_supervisors boolean not null default false
  comment 'of unit trainings: method supervisors may hold it, too';
insert into training_kind (code, name_sv, name_en, sessions, arranger, minimum_minutes, by_supervisors) values
  ('system-change', 'Utbildning vid ändrat system eller arbetssätt', 'Training at a change of system or way of working', 1, 'UNIT', 30, true);

-- Reminders speak of campaigns, too: one line a recipient and campaign.
alter table reminder_rule drop constraint CONSTRAINT_1;
alter table reminder_rule add constraint reminder_rule_occasion check (occasion in (
  'WINDOW_OPENED', 'DUE', 'LAPSED', 'STEPS_LEFT', 'AGREEMENT_WAITING', 'CAMPAIGN_BEGUN', 'CAMPAIGN_DUE', 'CAMPAIGN_MISSED'));
alter table reminder
  modify column appointment_id bigint null,
  add column campaign_id bigint null references campaign (id),
  add column people int null comment 'of a campaign: how many of those the recipient answers for have not done it',
  add unique key reminder_campaign_once (recipient_id, campaign_id, rule_id, event_day),
  add constraint reminder_about check ((appointment_id is null) <> (campaign_id is null));

insert into reminder_rule (occasion, days, recipient, known_from, recorded_by) values
  ('CAMPAIGN_BEGUN', 1, 'APPOINTEE', '2020-01-01', 'system:reference'),
  ('CAMPAIGN_BEGUN', 1, 'MANAGER', '2020-01-01', 'system:reference'),
  ('CAMPAIGN_DUE', 60, 'APPOINTEE', '2020-01-01', 'system:reference'),
  ('CAMPAIGN_DUE', 30, 'APPOINTEE', '2020-01-01', 'system:reference'),
  ('CAMPAIGN_DUE', 30, 'MANAGER', '2020-01-01', 'system:reference'),
  ('CAMPAIGN_DUE', 7, 'APPOINTEE', '2020-01-01', 'system:reference'),
  ('CAMPAIGN_DUE', 7, 'MANAGER', '2020-01-01', 'system:reference'),
  ('CAMPAIGN_DUE', 0, 'APPOINTEE', '2020-01-01', 'system:reference'),
  ('CAMPAIGN_MISSED', 0, 'APPOINTEE', '2020-01-01', 'system:reference'),
  ('CAMPAIGN_MISSED', 0, 'MANAGER', '2020-01-01', 'system:reference'),
  ('CAMPAIGN_MISSED', 14, 'COORDINATOR', '2020-01-01', 'system:reference');
