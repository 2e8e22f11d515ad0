-- Reference data of Örebro county (domain.md "The places", "Why it exists", "Standing"). Other counties bring their own.

insert into unit_kind (code, name_sv, name_en, health_care, compulsory_care) values
  ('hospital-ward', 'Vårdavdelning', 'Hospital ward', true, false),
  ('psychiatric-ward', 'Psykiatrisk vårdavdelning', 'Psychiatric ward', true, true),
  ('emergency', 'Akutmottagning', 'Emergency department', true, false),
  ('health-centre', 'Vårdcentral', 'Health centre', true, false),
  ('psychiatric-clinic', 'Psykiatrisk öppenvård', 'Psychiatric outpatient clinic', true, true),
  ('home-health-care', 'Hemsjukvård', 'Home health care', true, false),
  ('nursing-home', 'Särskilt boende', 'Nursing home', true, false),
  ('short-stay', 'Korttidsboende', 'Short-stay home', true, false),
  ('rehabilitation', 'Kommunal rehabilitering', 'Municipal rehabilitation', true, false),
  ('home-care', 'Hemtjänst', 'Home care', false, false),
  ('disability-support', 'LSS-boende', 'Disability support home', false, false),
  ('assessment', 'Biståndshandläggning', 'Needs assessment', false, false);

insert into place (kind, code) values
  ('COUNTY', 'orebro-lan'),
  ('DISTRICT', 'norra'), ('DISTRICT', 'sodra'), ('DISTRICT', 'vastra'), ('DISTRICT', 'orebro'),
  ('ORGANISATION', 'region-orebro-lan'),
  ('ORGANISATION', 'hallefors'), ('ORGANISATION', 'lindesberg'), ('ORGANISATION', 'ljusnarsberg'), ('ORGANISATION', 'nora'),
  ('ORGANISATION', 'askersund'), ('ORGANISATION', 'hallsberg'), ('ORGANISATION', 'kumla'), ('ORGANISATION', 'laxa'),
  ('ORGANISATION', 'degerfors'), ('ORGANISATION', 'karlskoga'), ('ORGANISATION', 'lekeberg'),
  ('ORGANISATION', 'orebro-kommun');

insert into place_version (place_id, name, organisation_kind, district_id, tile_row, tile_column, tile_name, valid_from, known_from, recorded_by)
select p.id, r.name, r.kind, d.id, r.tile_row, r.tile_column, r.tile_name, '2000-01-01', '2000-01-01', 'system:reference'
from (
  select 'orebro-lan' code, 'Örebro län' name, null kind, null district, null tile_row, null tile_column, null tile_name
  union all select 'norra', 'Norra länsdelen', null, null, null, null, null
  union all select 'sodra', 'Södra länsdelen', null, null, null, null, null
  union all select 'vastra', 'Västra länsdelen', null, null, null, null, null
  union all select 'orebro', 'Örebro länsdel', null, null, null, null, null
  union all select 'region-orebro-lan', 'Region Örebro län', 'REGION', null, null, null, null
  union all select 'hallefors', 'Hällefors kommun', 'MUNICIPALITY', 'norra', 1, 1, 'Hällefors'
  union all select 'ljusnarsberg', 'Ljusnarsbergs kommun', 'MUNICIPALITY', 'norra', 1, 2, 'Ljusnarsberg'
  union all select 'nora', 'Nora kommun', 'MUNICIPALITY', 'norra', 2, 2, 'Nora'
  union all select 'lindesberg', 'Lindesbergs kommun', 'MUNICIPALITY', 'norra', 2, 3, 'Lindesberg'
  union all select 'karlskoga', 'Karlskoga kommun', 'MUNICIPALITY', 'vastra', 3, 1, 'Karlskoga'
  union all select 'lekeberg', 'Lekebergs kommun', 'MUNICIPALITY', 'vastra', 3, 2, 'Lekeberg'
  union all select 'orebro-kommun', 'Örebro kommun', 'MUNICIPALITY', 'orebro', 3, 3, 'Örebro'
  union all select 'degerfors', 'Degerfors kommun', 'MUNICIPALITY', 'vastra', 4, 1, 'Degerfors'
  union all select 'kumla', 'Kumla kommun', 'MUNICIPALITY', 'sodra', 4, 3, 'Kumla'
  union all select 'laxa', 'Laxå kommun', 'MUNICIPALITY', 'sodra', 5, 2, 'Laxå'
  union all select 'hallsberg', 'Hallsbergs kommun', 'MUNICIPALITY', 'sodra', 5, 3, 'Hallsberg'
  union all select 'askersund', 'Askersunds kommun', 'MUNICIPALITY', 'sodra', 6, 2, 'Askersund'
) r
join place p on p.code = r.code
left join place d on d.code = r.district;

insert into place_ancestor (place_id, ancestor_id, valid_from, known_from)
select id, id, '2000-01-01', '2000-01-01' from place
union all
select p.id, c.id, '2000-01-01', '2000-01-01' from place p join place c on c.kind = 'COUNTY' where p.kind <> 'COUNTY'
union all
select v.place_id, v.district_id, '2000-01-01', '2000-01-01' from place_version v where v.district_id is not null;

insert into course_ref (code, name_sv, name_en) values
  ('visam-grunderna', 'ViSam – grunderna', 'ViSam – the basics'),
  ('it-stod', 'IT-stödet för samordnad planering', 'The IT support for coordinated planning');

insert into course (code, title_sv, title_en, summary_sv, summary_en, minutes) values
  ('visam-grunderna', 'ViSam – grunderna', 'ViSam – the basics (in Swedish)',
   'Trygg och säker utskrivning från sjukhus: vem som gör vad, när, och hur vi planerar tillsammans med patienten.',
   'Safe discharge from hospital: who does what, when, and how we plan together with the patient.', 45);

insert into training_kind (code, name_sv, name_en, sessions, arranger, minimum_minutes) values
  ('introduction-meeting', 'Introduktionsmöte för metodhandledare', 'Introduction meeting for method supervisors', 1, 'COUNTY', 60),
  ('instructor-training', 'Instruktörsutbildning i klinisk bedömning', 'Instructor training in clinical assessment', 2, 'COUNTY', 720),
  ('instructor-refresher', 'Repetitionsutbildning för instruktörer', 'Refresher for instructors', 1, 'COUNTY', 180),
  ('unit-nurse-training', 'Utbildning för nyanställda sjuksköterskor', 'Training for newly hired nurses', 1, 'UNIT', 180),
  ('unit-nurse-workshop', 'Utbildning för nyanställda sjuksköterskor, två pass', 'Training for newly hired nurses, two sessions', 2, 'UNIT', 180),
  ('unit-refresher', 'Repetition för enhetens sjuksköterskor', 'Refresher for the unit''s nurses', 1, 'UNIT', 120);

insert into role (code, name_sv, name_en, purpose_sv, purpose_en, held_at, office) values
  ('method-supervisor', 'Metodhandledare', 'Method supervisor',
   'Informationskanal i den egna enheten, stöttar nya användare genom e-utbildningen och håller arbetssättet levande.',
   'Information channel in the own unit, supports new users through the e-learning and keeps the way of working alive.',
   'UNIT', 'METHOD_SUPERVISOR'),
  ('instructor', 'Instruktör i klinisk bedömning', 'Instructor in clinical assessment',
   'Utbildar nyanställda sjuksköterskor i den egna enheten, håller en repetition om året och håller arbetssättet levande.',
   'Trains newly hired nurses in the own unit, holds one refresher a year and keeps the way of working alive.',
   'UNIT', 'INSTRUCTOR'),
  ('local-process-leader', 'Lokal processledare', 'Local process leader',
   'Leder arbetet med ViSam i den egna kommunen.', 'Leads the work with ViSam in the own municipality.',
   'ORGANISATION', null);

insert into role_version (role_id, valid_from, known_from, window_months, recorded_by)
select id, '2000-01-01', '2000-01-01', 6, 'system:reference' from role;

insert into requirement (role_version_id, position, kind, code, text_sv, text_en,
                         period_months, grace_months, after_pause_months, next_due_from, starts_with)
select v.id, q.position, q.kind, q.code, q.text_sv, q.text_en, q.n, q.g, q.r, q.mode, q.starts_with
from (
  select 'method-supervisor' role, 1 position, 'ATTESTATION' kind, 'routines-and-time' code,
    'Chefen intygar: har god kunskap om lag och rutiner för SIP och utskrivning, använder det gemensamma IT-stödet regelbundet och får tid för uppdraget' text_sv,
    'The manager attests: knows the law and routines of SIP and discharge well, uses the shared IT support regularly and is given time' text_en,
    null n, null g, null r, null mode, null starts_with
  union all select 'method-supervisor', 2, 'COURSE', 'visam-grunderna', 'E-utbildningen ViSam – grunderna', 'The e-learning ViSam – the basics', null, null, null, null, null
  union all select 'method-supervisor', 3, 'TRAINING', 'introduction-meeting', 'Introduktionsmöte', 'Introduction meeting', null, null, null, null, null
  union all select 'method-supervisor', 4, 'AGREEMENT', 'agreement', 'Underskriven uppdragsöverenskommelse', 'Signed assignment agreement', null, null, null, null, null
  union all select 'instructor', 1, 'LICENCE', 'nurse', 'Legitimation som sjuksköterska', 'Licence as a nurse', null, null, null, null, null
  union all select 'instructor', 2, 'TRAINING', 'instructor-training', 'Instruktörsutbildning, två dagar', 'Instructor training, two days', null, null, null, null, null
  union all select 'instructor', 3, 'AGREEMENT', 'agreement', 'Underskriven uppdragsöverenskommelse', 'Signed assignment agreement', null, null, null, null, null
  union all select 'instructor', 4, 'REFRESHER', 'instructor-refresher', 'Repetitionsutbildning vartannat år', 'Refresher every other year', 24, 6, 3, 'DAY_TAKEN', 'instructor-training'
  union all select 'local-process-leader', 1, 'ATTESTATION', 'routines-and-time',
    'Chefen intygar: har god kunskap om ViSam och får tid för uppdraget', 'The manager attests: knows ViSam well and is given time', null, null, null, null, null
  union all select 'local-process-leader', 2, 'COURSE', 'visam-grunderna', 'E-utbildningen ViSam – grunderna', 'The e-learning ViSam – the basics', null, null, null, null, null
  union all select 'local-process-leader', 3, 'AGREEMENT', 'agreement', 'Underskriven uppdragsöverenskommelse', 'Signed assignment agreement', null, null, null, null, null
) q
join role r on r.code = q.role
join role_version v on v.role_id = r.id;

insert into description_version (role_id, number, text_sv, decided_by, decided_on, applies_from, recorded_at, recorded_by)
select r.id, 1, d.text_sv, 'Länsgruppen för ViSam', '2020-05-28', '2020-09-01', '2020-06-01', 'system:reference'
from (
  select 'method-supervisor' role, 'Som metodhandledare är du enhetens kontakt i frågor om ViSam.

Du:
- för information mellan den egna enheten och samverkansledaren, åt båda hållen,
- stöttar nya användare och hjälper dem genom e-utbildningen,
- håller extra utbildning när process eller IT-stöd ändras,
- håller dig uppdaterad och deltar i introduktion och tematräffar varje termin.

Du får:
- information om nya versioner i förväg,
- en direkt väg till systemförvaltningen,
- riktad utbildning tillsammans med kliniskt träningscentrum,
- möten med andra metodhandledare.

Chefen ger tid och förutsättningar för uppdraget.' text_sv
  union all select 'instructor', 'Som instruktör i klinisk bedömning utbildar du sjuksköterskor i beslutsstödet.

Du:
- utbildar varje nyanställd sjuksköterska i den egna enheten, minst en halv dag,
- håller en repetition om året för enhetens sjuksköterskor, ungefär två timmar,
- håller arbetssättet levande i vardagen,
- deltar i samverkansledarnas uppföljningar och återkopplar hur det går,
- går den repetitionsutbildning som erbjuds, en halv dag vartannat år.

Du får utbildningsmaterialet vid instruktörsutbildningen och använder det i dina egna utbildningar.

Uppdraget gäller i en kommun. Chefen ger tid och förutsättningar för uppdraget.'
  union all select 'local-process-leader', 'Som lokal processledare leder du arbetet med ViSam i den egna kommunen.

Du:
- samordnar metodhandledare och instruktörer i kommunen,
- följer upp hur arbetssättet fungerar och rapporterar till länets processledare,
- för kommunens frågor vidare till samverkansledaren.

Kommunen avsätter arbetstid för uppdraget.'
) d
join role r on r.code = d.role;

-- The aim: a method supervisor in every patient-near unit; an instructor where a municipality gives health care.
insert into need (role_id, unit_kind_id, organisation_kind, number, valid_from, known_from, recorded_by)
select r.id, k.id, null, 1, '2000-01-01', '2000-01-01', 'system:reference'
from role r cross join unit_kind k
where r.code = 'method-supervisor';

insert into need (role_id, unit_kind_id, organisation_kind, number, valid_from, known_from, recorded_by)
select r.id, k.id, 'MUNICIPALITY', 1, '2000-01-01', '2000-01-01', 'system:reference'
from role r cross join unit_kind k
where r.code = 'instructor' and k.code in ('home-health-care', 'nursing-home', 'short-stay', 'rehabilitation');
