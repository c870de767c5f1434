-- What a run has to say of reports it did not take (kind: waiting, refused), or that shrank (shrunk).
create table run_note (
    run   varchar(40)   not null references run (id),
    path  varchar(1000) not null,
    kind  varchar(10)   not null,
    text  varchar(4000) not null,
    primary key (run, path, kind)
);
