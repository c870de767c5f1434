-- Of which sources and earlier dates figures were read for a date, as Dates says; null where that was not kept yet: then any may have been.
alter table date_state add column context_dates varchar;
