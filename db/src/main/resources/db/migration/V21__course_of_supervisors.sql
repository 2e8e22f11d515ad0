-- A method supervisor also needs the course on the IT support (domain.md: assumed as a requirement). Nobody is appointed
-- when a county begins, so the first version of the role is written as it should have been.
update requirement q join role_version v on v.id = q.role_version_id join role r on r.id = v.role_id
set q.position = q.position + 100
where r.code = 'method-supervisor' and q.position >= 3;

update requirement set position = position - 99 where position > 100;

insert into requirement (role_version_id, position, kind, code, text_sv, text_en)
select v.id, 3, 'COURSE', 'it-stod', 'E-utbildningen IT-stödet för samordnad planering', 'The e-learning on the IT support for coordinated planning'
from role_version v join role r on r.id = v.role_id
where r.code = 'method-supervisor';

-- As the courses say themselves.
update course set minutes = 35 where code = 'it-stod';
update course set minutes = 30 where code = 'metodhandledare';
