-- The checks that RunningTotalsInput asks for, in an analytical database: sources against each other, offices against states and
-- states against the nation, each day's number against the difference of running totals, and running totals that fell.
create table total (day date, area varchar, source varchar, value bigint);
create table fresh (day date, area varchar, value bigint);
insert into total select day, office, 'field-log', total from read_csv('INPUT/field-log/*.csv');
insert into total select date, office, 'custody', arrested from read_csv('INPUT/custody/*.csv');
insert into total select date, area, 'headquarters', total from read_csv('INPUT/headquarters/*.csv');
insert into fresh select date, area, new from read_csv('INPUT/headquarters/*.csv');
create table part as select area, part_of from read_csv('INPUT/areas.csv') where part_of is not null;
copy (
  with cell as (
    select day, area, min(value) low, max(value) high from total group by all),
  parts as (
    select day, part_of as area, sum(low) low, sum(high) high from cell join part using (area) group by all),
  series as (
    select day, area, source, value, lag(value) over (partition by area, source order by day) before from total)
  select day, 'sources-agree' as rule, area, string_agg(source || '=' || value, ' | ' order by source) claims
    from total semi join (select day, area from cell where low <> high) using (day, area) group by all
  union all
  select p.day, 'areas-add-up', area, p.low || '..' || p.high || ' <> ' || c.low || '..' || c.high from parts p join cell c using (day, area)
    where c.low > p.high or c.high < p.low
  union all
  select day, 'days-add-up', area, f.value || ' <> ' || s.value || ' - ' || s.before from fresh f join series s using (day, area)
    where f.value <> s.value - coalesce(s.before, 0)
  union all
  select day, 'running-total-fell', area, source || ': ' || before || ' > ' || value from series where value < before
  order by all
) to 'OUTPUT/discrepancies.csv' (header);
copy (select * from total order by day, area, source) to 'OUTPUT/figures.csv' (header);
