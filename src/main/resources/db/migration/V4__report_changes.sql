-- How each report stood, and since which change: with it, what was known when a revision was made can be told for ever.
create table report_change (
    number    bigint generated always as identity primary key,
    report    bigint      not null references report (id),
    run       varchar(40) not null,
    standing  varchar(10) not null,
    repeats   varchar(1000)
);
create index report_change_report on report_change (report, number);

insert into report_change (report, run, standing, repeats)
select id, received_run, standing, repeats from report order by id;

-- The last change that was known when the revision was made; null for revisions made before this was kept.
alter table revision add column known_to bigint;
