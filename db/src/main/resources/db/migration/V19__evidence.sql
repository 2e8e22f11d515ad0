-- What a fact rests on (domain.md "Facts", rule 13): who decided, and the paper. Files are stored in chunks, as packages are.
create table document (
  id bigint not null auto_increment primary key,
  name varchar(200) not null,
  media_type varchar(60) not null,
  size bigint not null,
  sha256 char(64) not null,
  created_at datetime(6) not null,
  created_by varchar(100) not null,
  key document_age (created_at)
);

create table document_chunk (
  document_id bigint not null references document (id),
  position int not null,
  bytes mediumblob not null comment 'at most 1 MiB',
  primary key (document_id, position)
);

create table fact_basis (
  fact_id bigint not null primary key references fact (id),
  decided_by varchar(200) null comment 'the person named as having decided',
  document_id bigint null references document (id),
  key fact_basis_document (document_id)
);
