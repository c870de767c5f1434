-- What is broken in one place date after date, and what stands on waivers, is found in these alone: the rows hold whole explanations.
create index discrepancy_place on discrepancy (rule, area, measure, date, revision, severity, status);
create index discrepancy_standing on discrepancy (date, revision, status, rule, area, measure, severity, id);
