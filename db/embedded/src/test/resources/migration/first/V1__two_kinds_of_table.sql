create table person (id bigint primary key, name varchar(100) not null);
create table fact (id bigint primary key, what varchar(100) not null);
create view person_name as select name from person;
