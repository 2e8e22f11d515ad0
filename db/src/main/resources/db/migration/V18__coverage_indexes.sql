-- Coverage reads every appointment of a role with its periods and units: from these indexes alone, without the rows, whose
-- reasons are long. Each begins as the index it replaces.
alter table standing_period
  add key standing_period_read (appointment_id, known_until, valid_from, valid_through, standing, known_from),
  drop key standing_period_of;
alter table appointment_unit
  add key appointment_unit_read (appointment_id, known_until, valid_from, valid_through, known_from, unit_id),
  drop key appointment_unit_of;
alter table appointment
  add key appointment_read (role_id, person_id, place_id),
  drop key appointment_role;
