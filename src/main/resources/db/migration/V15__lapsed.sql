-- Whether a discrepancy rests on figures that are gone: a waived one does not say so by its status.
alter table discrepancy add column lapsed boolean default false not null;
update discrepancy set lapsed = true
where explanation like 'Lapsed: the rule is no longer broken only because figures it rested on are gone (%';
