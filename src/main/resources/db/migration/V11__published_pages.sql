-- The lists of published pages with their digests are longer than what was remembered until then.
alter table setting alter column text set data type character large object;
