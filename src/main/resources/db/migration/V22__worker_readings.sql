-- What workers read of reports that wait. Workers need a server: in a file it stays empty.
create table batch_reading (
    intake  bigint not null,
    report  bigint not null,
    place   integer not null,
    worker  varchar(60),
    packed  blob,
    primary key (intake, report)
);
