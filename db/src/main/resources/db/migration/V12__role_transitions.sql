-- A changed requirement states from which day it holds for those already appointed.
alter table role_version add column transition date null comment 'first day on which it holds for those appointed before valid_from' after valid_from;
update role_version set transition = valid_from;
alter table role_version modify column transition date not null comment 'first day on which it holds for those appointed before valid_from';
