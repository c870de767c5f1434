-- What seats of a night reconciled. Workers need a server: in a file it stays empty.
create table seat_date (
    date      date primary key,
    worker    varchar(60) not null,
    revision  integer,
    made      boolean not null,
    pages     blob,
    position  bigint not null
);
