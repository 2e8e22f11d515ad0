-- An appointment rests on one employment at a time; after a transfer to a unit where the person has another employment,
-- leave from the earlier one still tells what was so until then.
create table appointment_employment (
  id bigint not null auto_increment primary key,
  appointment_id bigint not null references appointment (id),
  employment_id bigint not null references employment (id),
  valid_from date not null,
  valid_through date not null comment 'the day before the transfer',
  recorded_at datetime(6) not null,
  recorded_by varchar(100) not null,
  key appointment_employment_of (appointment_id),
  check (valid_from <= valid_through)
);
