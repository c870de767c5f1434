-- What is broken in one place date after date, and what stands on waivers, is found without reading what else stands on these dates.
create index discrepancy_place on discrepancy (rule, area, measure, date);
