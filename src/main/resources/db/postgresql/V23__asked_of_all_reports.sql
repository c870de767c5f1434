-- What a night asks of all reports together is found in these alone, however many reports there are. None begins with the
-- standing, which nearly all have in common: H2 would take it for a way to one of them.
create index report_state on report (state);
create index report_read_run on report (read_run);
create index report_delivering on report (source, standing, last_date);
