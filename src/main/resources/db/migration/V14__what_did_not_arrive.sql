-- What a report holds beside its figures. Every report is read again, from the archive, by the next run, to know it.
alter table report add column rejected_first varchar;
alter table report add column unused_rows bigint default 0 not null;
alter table report add column unused_line bigint default 0 not null;
alter table report add column columns_used varchar;
alter table report add column columns_unused varchar;
update report set state = 'waiting' where standing <> 'withdrawn';

-- What a run for a day took away is asked for with each date.
create index report_change_run on report_change (run);
create index run_business_date on run (business_date);
