-- The archive where it stands in the ledger itself (--archive ledger): packed bytes by the SHA-256 of what was packed, in parts.
create table archived (
    name   varchar(64) collate "C" not null,
    part   integer not null,
    bytes  bytea not null,
    primary key (name, part)
);
-- What is packed cannot be packed once more.
alter table archived alter column bytes set storage external;
