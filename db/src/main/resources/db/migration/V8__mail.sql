-- Outbox: written in the transaction that caused the mail; sent at least once with a stable Message-ID.
create table mail (
  id bigint not null auto_increment primary key,
  version bigint not null default 0,
  message_id varchar(100) not null unique,
  person_id bigint null references person (id),
  address varchar(254) not null,
  subject varchar(250) not null,
  body text not null,
  state varchar(20) not null comment 'QUEUED, SENDING, SENT, CAUGHT, FAILED',
  attempts int not null default 0,
  next_attempt_at datetime(6) not null,
  last_error varchar(500) null,
  queued_at datetime(6) not null,
  sent_at datetime(6) null,
  key mail_queue (state, next_attempt_at),
  key mail_person (person_id)
);
