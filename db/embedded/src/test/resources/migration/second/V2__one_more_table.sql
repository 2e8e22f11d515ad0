create table audit_event (id bigint primary key);
