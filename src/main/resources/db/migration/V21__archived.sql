-- The archive where it stands in the ledger itself, which needs a server: in a file it stays empty.
create table archived (
    name   varchar(64) not null,
    part   integer not null,
    bytes  blob not null,
    primary key (name, part)
);
