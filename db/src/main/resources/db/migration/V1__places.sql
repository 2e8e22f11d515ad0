-- Two times everywhere (domain.md "The places"): valid_* is when it holds in the world (days, inclusive),
-- known_* is when the portal knew it (UTC). Rows are closed by known_until, never changed otherwise.
-- "Open" is 9999-12-31, so that every predicate is a plain comparison that an index can serve.

create table unit_kind (
  id bigint not null auto_increment primary key,
  code varchar(40) not null unique,
  name_sv varchar(100) not null,
  name_en varchar(100) not null,
  health_care boolean not null,
  compulsory_care boolean not null comment 'the work needs LPT/LRV'
);

create table place (
  id bigint not null auto_increment primary key,
  kind varchar(20) not null comment 'COUNTY, DISTRICT, ORGANISATION, UNIT',
  code varchar(40) not null unique comment 'HSA-id of a unit; a stable short name above units',
  check (kind in ('COUNTY', 'DISTRICT', 'ORGANISATION', 'UNIT'))
);

create table place_version (
  id bigint not null auto_increment primary key,
  place_id bigint not null references place (id),
  name varchar(200) not null,
  organisation_kind varchar(20) null comment 'REGION, MUNICIPALITY, PRIVATE; of an organisation',
  unit_kind_id bigint null references unit_kind (id),
  organisation_id bigint null comment 'of a unit' references place (id),
  district_id bigint null comment 'of an organisation or a unit; null: county-wide' references place (id),
  tile_row int null,
  tile_column int null,
  tile_name varchar(40) null comment 'short name on the tile map',
  valid_from date not null,
  valid_through date not null default '9999-12-31',
  known_from datetime(6) not null,
  known_until datetime(6) not null default '9999-12-31 23:59:59',
  recorded_by varchar(100) not null,
  key place_version_of (place_id, known_until, valid_from),
  key place_version_unit (organisation_id, known_until),
  check (valid_from <= valid_through)
);

-- Closure over county, district, organisation and unit, itself included; follows place_version.
create table place_ancestor (
  place_id bigint not null references place (id),
  ancestor_id bigint not null references place (id),
  valid_from date not null,
  valid_through date not null default '9999-12-31',
  known_from datetime(6) not null,
  known_until datetime(6) not null default '9999-12-31 23:59:59',
  primary key (place_id, ancestor_id, valid_from, known_from),
  key place_ancestor_down (ancestor_id, known_until, place_id)
);
