-- Whom to remind of what, and when. A rule is never changed: it ends, and another begins.
create table reminder_rule (
  id bigint not null auto_increment primary key,
  occasion varchar(30) not null comment 'WINDOW_OPENED, DUE, LAPSED, STEPS_LEFT, AGREEMENT_WAITING',
  days int not null comment 'after the occasion; DUE: before it',
  recipient varchar(20) not null comment 'APPOINTEE, MANAGER, COORDINATOR',
  known_from datetime(6) not null,
  known_until datetime(6) not null default '9999-12-31 23:59:59',
  recorded_by varchar(100) not null,
  key reminder_rule_now (known_until),
  check (occasion in ('WINDOW_OPENED', 'DUE', 'LAPSED', 'STEPS_LEFT', 'AGREEMENT_WAITING')),
  check (recipient in ('APPOINTEE', 'MANAGER', 'COORDINATOR')),
  check (days between 0 and 1000)
);

-- One weekday's sending: claimed by its row, done in batches.
create table reminder_run (
  day date not null primary key,
  gathered_at datetime(6) not null,
  finished_at datetime(6) null
);

-- One line of a digest; each is told once. Gathered for a day, then told by a mail.
create table reminder (
  id bigint not null auto_increment primary key,
  recipient_id bigint not null references person (id),
  appointment_id bigint not null references appointment (id),
  rule_id bigint not null references reminder_rule (id),
  event_day date not null,
  day date not null,
  told boolean not null default false,
  unique key reminder_once (recipient_id, appointment_id, rule_id, event_day),
  key reminder_of_day (day, told, recipient_id)
);

-- One a person and day at most, whoever sends.
create table reminder_digest (
  day date not null,
  person_id bigint not null references person (id),
  message_id varchar(100) not null,
  primary key (day, person_id)
);

alter table mail add column body_html mediumtext null comment 'the same as the body, for mail programs that show it' after body;
alter table standing_period add key standing_period_begins (known_until, standing, valid_from);
alter table agreement add key agreement_offered (offered_at);

insert into reminder_rule (occasion, days, recipient, known_from, recorded_by) values
  ('WINDOW_OPENED', 0, 'APPOINTEE', '2020-01-01', 'system:reference'),
  ('DUE', 60, 'APPOINTEE', '2020-01-01', 'system:reference'),
  ('DUE', 30, 'APPOINTEE', '2020-01-01', 'system:reference'),
  ('DUE', 30, 'MANAGER', '2020-01-01', 'system:reference'),
  ('DUE', 7, 'APPOINTEE', '2020-01-01', 'system:reference'),
  ('DUE', 7, 'MANAGER', '2020-01-01', 'system:reference'),
  ('DUE', 0, 'APPOINTEE', '2020-01-01', 'system:reference'),
  ('LAPSED', 0, 'APPOINTEE', '2020-01-01', 'system:reference'),
  ('LAPSED', 0, 'MANAGER', '2020-01-01', 'system:reference'),
  ('LAPSED', 14, 'COORDINATOR', '2020-01-01', 'system:reference'),
  ('STEPS_LEFT', 30, 'APPOINTEE', '2020-01-01', 'system:reference'),
  ('STEPS_LEFT', 60, 'MANAGER', '2020-01-01', 'system:reference'),
  ('STEPS_LEFT', 90, 'COORDINATOR', '2020-01-01', 'system:reference'),
  ('AGREEMENT_WAITING', 7, 'APPOINTEE', '2020-01-01', 'system:reference'),
  ('AGREEMENT_WAITING', 7, 'MANAGER', '2020-01-01', 'system:reference'),
  ('AGREEMENT_WAITING', 21, 'COORDINATOR', '2020-01-01', 'system:reference');
