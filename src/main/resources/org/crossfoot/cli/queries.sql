-- open: what is open now, the largest gap first
select date, severity, rule, area, measure, gap, verdict, blamed, id
from discrepancies
where current and status not in ('resolved', 'waived')
order by case severity when 'error' then 1 when 'warning' then 2 else 3 end, gap desc, date, id;

-- last: what the last run changed
select d.date, d.revision, d.status, d.severity, d.rule, d.area, d.measure, d.gap, d.id
from discrepancies d join revisions r on r.date = d.date and r.revision = d.revision
where r.run = (select run from runs order by started desc, run desc fetch first row only)
  and d.status in ('new', 'changed', 'reopened', 'resolved')
order by d.date, d.severity, d.rule, d.id;

-- blamed: which source is probably wrong most often
with recursive n(x) as (select 1 union all select x + 1 from n where x < 50)
select source, count(distinct id) as discrepancies, count(distinct date) as dates
from (select d.date, d.id, regexp_replace(trim(regexp_substr(d.blamed, '[^|]+', 1, n.x)), ':.*', '') as source
      from discrepancies d join n on n.x <= 1 + length(d.blamed) - length(replace(d.blamed, '|', ''))
      where d.current and d.status <> 'resolved' and d.blamed <> '') as one
group by source
order by discrepancies desc, source;

-- late: reports that are missing, empty or cannot be read
select 'unreadable' as what, cast(null as date) as date, path as report, failure as why
from reports
where standing = 'present' and state = 'unreadable'
union all
select rule, date, '', explanation
from discrepancies
where current and rule in ('report-missing', 'report-empty') and status <> 'resolved'
order by 1, 2, 3, 4;

-- rejects: reports with something that could not be read, and how much
select source, path, rejects, rejected_lines, lines
from reports
where standing = 'present' and rejects > 0
order by rejects desc, path;

-- standing: how long discrepancies stand, in days up to the last run's business date
select cast(extract(day from cast((select max(business_date) from runs) as timestamp) - cast(f.business_date as timestamp)) as integer)
  as days, f.business_date as since, d.date, d.severity, d.rule, d.area, d.measure, d.id
from discrepancies d join revisions f on f.date = d.date and f.revision = d.first_seen
where d.current and d.status <> 'resolved'
order by days desc, d.date, d.id;

-- chronic: what contradicts itself on many dates
select rule, area, measure, count(distinct date) as dates, min(date) as first_date, max(date) as last_date, max(gap) as largest_gap
from discrepancies
where current and status <> 'resolved'
group by rule, area, measure
having count(distinct date) > 1
order by dates desc, rule, area, measure;

-- revised: how many revisions a date had
select date, count(*) as revisions, min(business_date) as first_made, max(business_date) as last_made
from revisions
group by date
order by revisions desc, date;

-- slow: runs that took longest
select run, command, business_date, seconds, exit_code
from runs
where seconds is not null
order by seconds desc, run
fetch first 10 rows only;
