-- The reasons behind each discrepancy, as data; of revisions made before this column the default, which unpacks to nothing.
alter table revision add column explanations_json_gz blob default X'1f8b08000000000000ff03000000000000000000' not null;
