-- Somebody finds that what the portal knows about them is wrong, and asks for it to be put right.
create table correction_request (
  id bigint not null auto_increment primary key,
  version bigint not null default 0,
  person_id bigint not null references person (id),
  place_id bigint null comment 'whose managers answer; null: the system administrators do' references place (id),
  text varchar(1000) not null,
  asked_at datetime(6) not null,
  handled_at datetime(6) null,
  handled_by bigint null references person (id),
  answer varchar(1000) null,
  key correction_request_of (person_id, asked_at),
  key correction_request_at (place_id, handled_at)
);
