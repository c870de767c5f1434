-- Of which earlier dates a later one says otherwise than they do themselves, and the cells that they are then reconciled with, packed
-- as Ties says.
create table tie (
    later  date not null,
    date   date not null,
    cells  blob not null,
    primary key (later, date)
);
create index tie_date on tie (date);

-- The cells of other dates that a revision was reconciled with, packed alike; of most revisions none.
create table revision_tie (
    date      date    not null,
    revision  integer not null,
    cells     blob    not null,
    primary key (date, revision)
);
