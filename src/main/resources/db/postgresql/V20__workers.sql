-- What seats of a night reconciled: a row a date, in the commit that did it, with the pages for publishing. Empty between nights.
create table seat_date (
    date      date primary key,
    worker    varchar(60) collate "C" not null,
    revision  integer,
    made      boolean not null,
    pages     bytea,
    position  bigint not null
);

-- Beside Spring Batch's own tables, of machines and not of figures: not copied with a ledger, and empty where nobody works.

create table batch_worker (
    worker   varchar(60) collate "C" primary key,
    version  varchar(60) collate "C" not null,
    seats    integer not null,
    since    timestamp(3) with time zone not null,
    seen     timestamp(3) with time zone not null,
    refused  varchar collate "C"
);

create table batch_seat (
    seat    bigint primary key,
    worker  varchar(60) collate "C" not null,
    dates   varchar collate "C" not null,
    since   timestamp(3) with time zone not null
);

-- Spring Integration 7.1's table of a channel for PostgreSQL, as it ships it, under the prefix of Batch's.
create sequence batch_message_seq start with 1 increment by 1 no cycle;
create table batch_channel_message (
    message_id        char(36) not null,
    group_key         char(36) not null,
    created_date      bigint not null,
    message_priority  bigint,
    message_sequence  bigint not null default nextval('batch_message_seq'),
    message_content   bytea,
    region            varchar(100) not null,
    primary key (region, group_key, created_date, message_sequence)
);
create index batch_channel_message_delete on batch_channel_message (region, group_key, message_id);
