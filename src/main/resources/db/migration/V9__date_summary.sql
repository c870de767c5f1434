-- What stands on each date, counted when its newest revision was stored: the list of all dates is then read without its discrepancies.
create table date_summary (
    date      date primary key,
    revision  integer not null,
    sources   integer not null,
    figures   integer not null,
    errors    integer not null,
    warnings  integer not null,
    infos     integer not null,
    waived    integer not null,
    fresh     integer not null
);

insert into date_summary (date, revision, sources, figures, errors, warnings, infos, waived, fresh)
select s.date, s.revision, r.sources, r.figures,
    count(case when d.severity = 'error' and d.status not in ('resolved', 'waived') then 1 end),
    count(case when d.severity = 'warning' and d.status not in ('resolved', 'waived') then 1 end),
    count(case when d.severity = 'info' and d.status not in ('resolved', 'waived') then 1 end),
    count(case when d.status = 'waived' then 1 end),
    count(case when d.status in ('new', 'reopened', 'changed') then 1 end)
from date_state s join revision r on r.date = s.date and r.number = s.revision
left join discrepancy d on d.date = s.date and d.revision = s.revision
group by s.date, s.revision, r.sources, r.figures;

-- Which revisions are still to be published, and which were, without a look at the revisions themselves.
create index revision_published on revision (published, date, number);
