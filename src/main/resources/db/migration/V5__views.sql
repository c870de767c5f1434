-- What people may ask the ledger for. These names and columns stay, whatever becomes of the tables behind them.

create view discrepancies (id, date, revision, current, rule, area, measure, period_start, period_end, severity, status, first_seen,
    figures, gap, gap_percent, verdict, blamed, possible_cause, waived_until, explanation) as
select d.id, d.date, d.revision, case when d.revision = s.revision then true else false end, d.rule, d.area, d.measure, d.period_start,
    d.period_end, d.severity, d.status, d.first_seen, d.figures, d.gap, cast(nullif(d.gap_percent, '') as decimal(20, 2)), d.verdict,
    d.blamed, d.possible_cause, d.waived_until, d.explanation
from discrepancy d join date_state s on s.date = d.date;

create view reports (source, path, version, sha256, bytes, standing, state, repeats, received_run, received_on, read_run, published_on,
    first_date, last_date, lines, header_lines, figure_lines, rejected_lines, skipped_lines, figures, rejects, failure) as
select source, path, version, sha256, bytes, standing, state, repeats, received_run, received_on, read_run, published_on,
    first_date, last_date, lines, header_lines, figure_lines, rejected_lines, skipped_lines, figures, rejects, failure
from report;

create view revisions (date, revision, current, run, business_date, settings, result_sha256, sources, figures) as
select r.date, r.number, case when r.number = s.revision then true else false end, r.run, r.business_date, r.settings, r.result_sha256,
    r.sources, r.figures
from revision r join date_state s on s.date = r.date;

create view runs (run, command, business_date, settings, started, ended, seconds, exit_code) as
select id, command, business_date, settings, started, ended,
    cast(extract(epoch from ended) - extract(epoch from started) as decimal(20, 3)), exit_code
from run;
