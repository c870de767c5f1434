-- What workers read of reports that wait, until the run stores it: a row a report that is offered, by the execution of the step
-- that offers it. Of machines and not of figures, as all that is called so: not copied with a ledger, and empty between nights.
create table batch_reading (
    intake  bigint not null,
    report  bigint not null,
    place   integer not null,
    worker  varchar(60) collate "C",
    packed  bytea,
    primary key (intake, report)
);
create index batch_reading_open on batch_reading (intake, place) where worker is null;
-- What is packed cannot be packed once more.
alter table batch_reading alter column packed set storage external;
