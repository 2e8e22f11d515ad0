create table child (id bigint primary key, parent bigint not null references nowhere (id));
