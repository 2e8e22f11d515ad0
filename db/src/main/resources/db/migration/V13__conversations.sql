-- What is said about a topic at a place, until the place has what was asked for (domain.md "Coverage": the coordinator
-- asks a manager to appoint). Messages are never changed; settled: what is written later begins a new conversation.
create table conversation (
  id bigint not null auto_increment primary key,
  version bigint not null default 0,
  place_id bigint not null references place (id),
  topic varchar(60) not null comment 'what it is about: the code of a role',
  opened_at datetime(6) not null,
  settled_at datetime(6) null,
  key conversation_at (place_id, topic, settled_at),
  key conversation_open (settled_at, topic)
);

create table conversation_message (
  id bigint not null auto_increment primary key,
  conversation_id bigint not null references conversation (id),
  kind varchar(20) not null comment 'ASKED, DECLINED, WROTE',
  author_id bigint not null references person (id),
  text varchar(1000) not null,
  written_at datetime(6) not null,
  key conversation_message_of (conversation_id, id),
  check (kind in ('ASKED', 'DECLINED', 'WROTE'))
);
