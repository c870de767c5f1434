-- What is known, and when it became known. The mass (figures, totals) is kept as one packed value per report and date,
-- or per revision; rows are for what people ask of.

create table run (
    id             varchar(40) primary key,
    command        varchar(20) not null,
    business_date  date        not null,
    settings       char(64)    not null,
    started        timestamp(3) with time zone not null,
    ended          timestamp(3) with time zone,
    exit_code      integer
);

-- Each content that ever stood under a path of input/. state: waiting, read, unreadable. standing: present (stands in input/ now),
-- replaced (another content stands under its path), withdrawn (nothing does).
create table report (
    id            bigint generated always as identity primary key,
    source        varchar(200)  not null,
    path          varchar(1000) not null,
    version       integer       not null,
    sha256        char(64)      not null,
    bytes         bigint        not null,
    received_run  varchar(40)   not null,
    received_on   date          not null,
    standing      varchar(10)   not null,
    state         varchar(10)   not null,
    repeats       varchar(1000),
    read_run      varchar(40),
    read_with     char(64),
    published_on  date,
    first_date    date,
    last_date     date,
    lines         bigint default 0 not null,
    header_lines  bigint default 0 not null,
    figure_lines  bigint default 0 not null,
    rejected_lines bigint default 0 not null,
    skipped_lines bigint default 0 not null,
    not_begun     bigint default 0 not null,
    figures       bigint default 0 not null,
    rejects       bigint default 0 not null,
    failure       varchar(4000),
    unique (path, version)
);

create table report_rejects (
    report  bigint primary key references report (id),
    csv_gz  blob not null
);

-- The figures of one report for one date; FigurePack describes the form. Clustered by date, since dates are what is scanned.
create table report_date (
    date           date    not null,
    report         bigint  not null references report (id),
    figures        integer not null,
    earliest_goal  date,
    packed         blob    not null,
    primary key (date, report)
);
create index report_date_report on report_date (report);

-- Dates that new figures or settings touch and that no run has reconciled since.
create table waiting_date (
    date date primary key
);

-- What is known of a date since it was reconciled last. context_from: the first day its figures reach back to, or null.
create table date_state (
    date          date primary key,
    context_from  date,
    revision      integer not null
);

create table revision (
    date           date        not null,
    number         integer     not null,
    run            varchar(40) not null references run (id),
    business_date  date        not null,
    settings       char(64)    not null,
    result_sha256  char(64)    not null,
    published      boolean     not null,
    figures        integer     not null,
    sources        integer     not null,
    datapackage_json_gz   blob not null,
    discrepancies_csv_gz  blob not null,
    totals_csv_gz         blob not null,
    figures_csv_gz        blob not null,
    primary key (date, number)
);

create table discrepancy (
    date           date          not null,
    revision       integer       not null,
    id             char(12)      not null,
    rule           varchar(200)  not null,
    area           varchar(200)  not null,
    measure        varchar(200)  not null,
    period_start   date          not null,
    period_end     date,
    severity       varchar(10)   not null,
    status         varchar(10)   not null,
    first_seen     integer       not null,
    figures        varchar       not null,
    gap            bigint        not null,
    gap_percent    varchar(30)   not null,
    verdict        varchar(20)   not null,
    blamed         varchar       not null,
    possible_cause varchar       not null,
    waived_until   date,
    explanation    varchar       not null,
    position       integer       not null,
    primary key (date, revision, id)
);

create table setting (
    name   varchar(40) primary key,
    text   varchar(200) not null
);
