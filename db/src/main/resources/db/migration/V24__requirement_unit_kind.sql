-- A requirement that holds only for some kinds of unit (domain.md "Standing": LPT/LRV); without rows it holds for all.
create table requirement_unit_kind (
  requirement_id bigint not null references requirement (id),
  unit_kind_id bigint not null references unit_kind (id),
  primary key (requirement_id, unit_kind_id)
);
