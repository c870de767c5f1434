-- Figures are packed in another form from now on: every report is read again, from the archive, by the next run.
update report set state = 'waiting' where standing <> 'withdrawn';
