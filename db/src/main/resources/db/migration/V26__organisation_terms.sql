-- The conditions that an organisation gives a role (domain.md "Agreements"): a share of working time, and what it adds to the
-- common description. They go into the agreements that are offered from their day on.
create table organisation_terms (
  id bigint not null auto_increment primary key,
  role_id bigint not null references role (id),
  organisation_id bigint not null references place (id),
  share_percent int null comment 'of full working time; null: nothing is said about it',
  additions text not null comment 'in Swedish; empty: none',
  valid_from date not null,
  known_from datetime(6) not null,
  known_until datetime(6) not null default '9999-12-31 23:59:59',
  recorded_by varchar(100) not null,
  key organisation_terms_of (role_id, organisation_id, known_until, valid_from),
  check (share_percent between 1 and 100)
);
