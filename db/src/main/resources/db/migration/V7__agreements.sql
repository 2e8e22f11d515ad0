create table agreement (
  id bigint not null auto_increment primary key,
  version bigint not null default 0,
  appointment_id bigint not null references appointment (id),
  description_version_id bigint not null references description_version (id),
  text_sv text not null comment 'the exact text that both see and sign',
  text_hash char(64) not null,
  valid_from date not null,
  valid_through date not null default '9999-12-31',
  in_force_from date null,
  ended_on date null,
  offered_at datetime(6) not null,
  offered_by bigint null references person (id),
  key agreement_appointment (appointment_id)
);

create table agreement_signature (
  id bigint not null auto_increment primary key,
  agreement_id bigint not null references agreement (id),
  side varchar(20) not null comment 'APPOINTEE, MANAGER',
  person_id bigint not null references person (id),
  signed_at datetime(6) not null,
  text_hash char(64) not null,
  unique key agreement_signature_side (agreement_id, side),
  check (side in ('APPOINTEE', 'MANAGER'))
);
