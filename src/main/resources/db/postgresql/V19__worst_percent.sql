-- How bad the worst of a date is: the largest gap, in percent, of its open discrepancies of the worst severity.
alter table date_summary add column worst_percent varchar(30) collate "C" default '' not null;

update date_summary s set worst_percent = coalesce((
    select d.gap_percent from discrepancy d
    where d.date = s.date and d.revision = s.revision and d.status not in ('resolved', 'waived') and d.gap_percent <> ''
    order by case d.severity when 'error' then 1 when 'warning' then 2 else 3 end, cast(d.gap_percent as decimal(30, 12)) desc
    fetch first 1 rows only), '');
