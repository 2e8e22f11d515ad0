-- A decided change of a role is brought to the standings in chunks; whoever stops in between, the next goes on.
create table role_change (
  role_version_id bigint not null primary key references role_version (id),
  last_id bigint not null default 0 comment 'appointments up to this one are done',
  done int not null default 0,
  differing int not null default 0 comment 'of these, whose standing or its reasons changed',
  total int not null,
  finished_at datetime(6) null,
  key role_change_open (finished_at)
);
