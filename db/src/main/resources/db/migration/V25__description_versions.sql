-- A new assignment description has a transition end (domain.md "Standing", rule 9); deciding one is brought to the standings
-- by the same job as a change of requirements, which is now one row a decision of either kind.
alter table description_version
  add column transition_end date null comment 'agreements on older versions hold through this day; null: until their own end' after applies_from;

alter table role_change
  drop primary key,
  add column id bigint not null auto_increment primary key first,
  add column role_id bigint null after id,
  modify role_version_id bigint null,
  add column description_version_id bigint null after role_version_id,
  add unique key role_change_requirements (role_version_id),
  add unique key role_change_description (description_version_id);
update role_change c join role_version v on v.id = c.role_version_id set c.role_id = v.role_id;
alter table role_change
  modify role_id bigint not null,
  add constraint role_change_of_one check ((role_version_id is null) <> (description_version_id is null));
