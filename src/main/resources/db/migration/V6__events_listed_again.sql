-- Events that a report lists more than once, counted once.
alter table report add column listed_again bigint default 0 not null;
