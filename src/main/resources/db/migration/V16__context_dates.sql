-- Of which earlier dates a date's figures were read, as Dates says; null where that was not kept yet: then any may have been.
alter table date_state add column context_dates varchar;
