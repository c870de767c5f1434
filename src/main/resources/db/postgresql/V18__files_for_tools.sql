-- What a revision publishes for spreadsheets and other tools; null where nobody asked for it, or it was made before these columns.
alter table revision add column crossfoot_xlsx_gz bytea;
alter table revision add column crossfoot_sarif_gz bytea;
alter table revision add column junit_xml_gz bytea;
alter table revision add column sdmx_totals_csv_gz bytea;
alter table revision add column sdmx_figures_csv_gz bytea;
