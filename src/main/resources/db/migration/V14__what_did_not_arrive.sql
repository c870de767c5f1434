-- What a report holds beside its figures. Every report is read again, from the archive, by the next run, to know it.
alter table report add column rejected_first varchar;
alter table report add column unused_rows bigint default 0 not null;
alter table report add column unused_line bigint default 0 not null;
alter table report add column columns_used varchar;
alter table report add column columns_unused varchar;
alter table report add column figures_hash bigint default 0 not null;
alter table report add column areas_hash bigint default 0 not null;
update report set state = 'waiting' where standing <> 'withdrawn';

-- What other sources say the same is asked for with each report.
create index report_sha256 on report (sha256);
create index report_figures_hash on report (figures_hash);

-- What a run for a day took away is asked for with each date.
create index report_change_run on report_change (run);
create index run_business_date on run (business_date);
