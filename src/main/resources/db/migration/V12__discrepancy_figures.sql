-- Which figures each discrepancy of a revision is about, packed as DiscrepancyFigures says; null where that was not kept yet.
alter table revision add column discrepancy_figures blob;
