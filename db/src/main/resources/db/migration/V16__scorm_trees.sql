-- A course version has all its parts (SCORM 2004, several SCOs), not only the first one to start; an attempt keeps what
-- was said in each. What was begun before goes on: the one item of its version becomes the one part of a tree.
alter table course_version add column tree longtext null comment 'ActivityTree of the scorm library' after scorm_version;

update course_version v join course c on c.id = v.course_id
set v.tree = json_object(
  'standard', 'SCORM_1_2',
  'root', json_object(
    'identifier', 'course', 'title', c.title_sv, 'kind', 'HEADING', 'url', '', 'visible', json_compact('true'),
    'prerequisites', '', 'hidden', json_array(),
    'launchData', json_object('objectives', json_array(), 'shared', json_array()),
    'children', json_array(json_object(
      'identifier', 'item', 'title', c.title_sv, 'kind', 'SCO', 'url', v.launch_url, 'visible', json_compact('true'),
      'prerequisites', '', 'hidden', json_array(),
      'launchData', json_merge_patch('{}', json_object(
        'masteryScore', json_value(v.launch_data, '$.masteryScore'),
        'maxTimeAllowed', json_value(v.launch_data, '$.maxTimeAllowed'),
        'timeLimitAction', json_value(v.launch_data, '$.timeLimitAction'),
        'dataFromLms', json_value(v.launch_data, '$.dataFromLms'),
        'objectives', json_array(), 'shared', json_array())),
      'children', json_array()))));

alter table course_version modify column tree longtext not null comment 'ActivityTree of the scorm library',
  drop column launch_url, drop column launch_data;

-- The state is text and may hold what JSON functions do not take, so it is moved as text: the old one becomes the entry
-- of the part. The last session is the live one; '{"id":"' is written only there, a quote within a value is escaped.
update attempt
set state = if(locate('{"id":"', state) = 0,
  '{"version":2,"standard":"1.2","activities":{},"shared":{}}',
  concat('{"version":2,"standard":"1.2","activities":{"item":', left(state, char_length(state) - 1),
         if(score is null, '', concat(',"score":"', score, '"')), '}},"shared":{},"current":"item","liveSession":"',
         substring_index(substring_index(state, '{"id":"', -1), '"', 1), '"}'))
where state like '{"version":1,%';

-- What content said that its standard does not allow, or that nobody would believe: for the course's owner.
create table attempt_note (
  id bigint not null auto_increment primary key,
  attempt_id bigint not null references attempt (id),
  kind varchar(10) not null comment 'REFUSED, WARNED, DOUBTED',
  activity varchar(255) not null comment 'identifier of the part',
  element varchar(110) not null comment 'of the data model; empty for a doubt',
  code varchar(30) not null comment 'ErrorCode or Doubt of the scorm library; empty for a warning',
  why varchar(200) not null comment 'in English, for the author; empty for a doubt',
  value varchar(110) not null comment 'the last one, shortened',
  times int not null default 1,
  noted_at datetime(6) not null comment 'the last time',
  unique key attempt_note_of (attempt_id, kind, activity, element, code, why),
  key attempt_note_noted (noted_at),
  check (kind in ('REFUSED', 'WARNED', 'DOUBTED'))
);
