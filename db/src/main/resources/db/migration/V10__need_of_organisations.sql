-- A role held at an organisation is needed by kind of organisation (domain.md "Coverage"): a row then names a kind of
-- organisation and nothing else. What names a kind of unit, or one place, is as before.
alter table need drop constraint CONSTRAINT_1;
alter table need add constraint need_of_something check (
  (place_id is not null and unit_kind_id is null and organisation_kind is null)
  or (place_id is null and (unit_kind_id is not null or organisation_kind is not null)));

-- One local process leader a municipality.
insert into need (role_id, organisation_kind, number, valid_from, known_from, recorded_by)
select id, 'MUNICIPALITY', 1, '2000-01-01', '2000-01-01', 'system:reference' from role where code = 'local-process-leader';
