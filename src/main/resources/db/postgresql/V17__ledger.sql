-- What the migrations of H2 up to this number make, in PostgreSQL's words. Texts are compared by their bytes, whatever the server's
-- language; CONTRIBUTING.md says what a further migration wants.

-- Spring Batch 6.0.4's own tables for PostgreSQL, as it ships them.

CREATE TABLE BATCH_JOB_INSTANCE (
	JOB_INSTANCE_ID BIGINT  NOT NULL PRIMARY KEY,
	VERSION BIGINT,
	JOB_NAME VARCHAR(100) NOT NULL,
	JOB_KEY VARCHAR(32) NOT NULL,
	constraint JOB_INST_UN unique (JOB_NAME, JOB_KEY)
) ;

CREATE TABLE BATCH_JOB_EXECUTION (
	JOB_EXECUTION_ID BIGINT  NOT NULL PRIMARY KEY,
	VERSION BIGINT,
	JOB_INSTANCE_ID BIGINT NOT NULL,
	CREATE_TIME TIMESTAMP NOT NULL,
	START_TIME TIMESTAMP DEFAULT NULL,
	END_TIME TIMESTAMP DEFAULT NULL,
	STATUS VARCHAR(10),
	EXIT_CODE VARCHAR(2500),
	EXIT_MESSAGE VARCHAR(2500),
	LAST_UPDATED TIMESTAMP,
	constraint JOB_INST_EXEC_FK foreign key (JOB_INSTANCE_ID)
	references BATCH_JOB_INSTANCE(JOB_INSTANCE_ID)
) ;

CREATE TABLE BATCH_JOB_EXECUTION_PARAMS (
	JOB_EXECUTION_ID BIGINT NOT NULL,
	PARAMETER_NAME VARCHAR(100) NOT NULL,
	PARAMETER_TYPE VARCHAR(100) NOT NULL,
	PARAMETER_VALUE VARCHAR(2500),
	IDENTIFYING CHAR(1) NOT NULL,
	constraint JOB_EXEC_PARAMS_FK foreign key (JOB_EXECUTION_ID)
	references BATCH_JOB_EXECUTION(JOB_EXECUTION_ID)
) ;

CREATE TABLE BATCH_STEP_EXECUTION (
	STEP_EXECUTION_ID BIGINT  NOT NULL PRIMARY KEY,
	VERSION BIGINT NOT NULL,
	STEP_NAME VARCHAR(100) NOT NULL,
	JOB_EXECUTION_ID BIGINT NOT NULL,
	CREATE_TIME TIMESTAMP NOT NULL,
	START_TIME TIMESTAMP DEFAULT NULL,
	END_TIME TIMESTAMP DEFAULT NULL,
	STATUS VARCHAR(10),
	COMMIT_COUNT BIGINT,
	READ_COUNT BIGINT,
	FILTER_COUNT BIGINT,
	WRITE_COUNT BIGINT,
	READ_SKIP_COUNT BIGINT,
	WRITE_SKIP_COUNT BIGINT,
	PROCESS_SKIP_COUNT BIGINT,
	ROLLBACK_COUNT BIGINT,
	EXIT_CODE VARCHAR(2500),
	EXIT_MESSAGE VARCHAR(2500),
	LAST_UPDATED TIMESTAMP,
	constraint JOB_EXEC_STEP_FK foreign key (JOB_EXECUTION_ID)
	references BATCH_JOB_EXECUTION(JOB_EXECUTION_ID)
) ;

CREATE TABLE BATCH_STEP_EXECUTION_CONTEXT (
	STEP_EXECUTION_ID BIGINT NOT NULL PRIMARY KEY,
	SHORT_CONTEXT VARCHAR(2500) NOT NULL,
	SERIALIZED_CONTEXT TEXT,
	constraint STEP_EXEC_CTX_FK foreign key (STEP_EXECUTION_ID)
	references BATCH_STEP_EXECUTION(STEP_EXECUTION_ID)
) ;

CREATE TABLE BATCH_JOB_EXECUTION_CONTEXT (
	JOB_EXECUTION_ID BIGINT NOT NULL PRIMARY KEY,
	SHORT_CONTEXT VARCHAR(2500) NOT NULL,
	SERIALIZED_CONTEXT TEXT,
	constraint JOB_EXEC_CTX_FK foreign key (JOB_EXECUTION_ID)
	references BATCH_JOB_EXECUTION(JOB_EXECUTION_ID)
) ;

CREATE SEQUENCE BATCH_STEP_EXECUTION_SEQ MAXVALUE 9223372036854775807 NO CYCLE;
CREATE SEQUENCE BATCH_JOB_EXECUTION_SEQ MAXVALUE 9223372036854775807 NO CYCLE;
CREATE SEQUENCE BATCH_JOB_INSTANCE_SEQ MAXVALUE 9223372036854775807 NO CYCLE;

-- What is known, and when it became known. Runs are numbered in the order they began, as H2 does by itself.
create table run (
    id             varchar(40) collate "C" primary key,
    command        varchar(20) collate "C" not null,
    business_date  date not null,
    settings       varchar(64) collate "C" not null,
    started        timestamp(3) with time zone not null,
    ended          timestamp(3) with time zone,
    exit_code      integer,
    _rowid_        bigint generated always as identity unique
);
create index run_business_date on run (business_date);

create table run_note (
    run   varchar(40) collate "C" not null references run (id),
    path  varchar(1000) collate "C" not null,
    kind  varchar(10) collate "C" not null,
    text  varchar(4000) collate "C" not null,
    primary key (run, path, kind)
);

-- Each content that ever stood under a path of input/.
create table report (
    id             bigint generated always as identity primary key,
    source         varchar(200) collate "C" not null,
    path           varchar(1000) collate "C" not null,
    version        integer not null,
    sha256         varchar(64) collate "C" not null,
    bytes          bigint not null,
    received_run   varchar(40) collate "C" not null,
    received_on    date not null,
    standing       varchar(10) collate "C" not null,
    state          varchar(10) collate "C" not null,
    repeats        varchar(1000) collate "C",
    read_run       varchar(40) collate "C",
    read_with      varchar(64) collate "C",
    published_on   date,
    first_date     date,
    last_date      date,
    lines          bigint default 0 not null,
    header_lines   bigint default 0 not null,
    figure_lines   bigint default 0 not null,
    rejected_lines bigint default 0 not null,
    skipped_lines  bigint default 0 not null,
    not_begun      bigint default 0 not null,
    figures        bigint default 0 not null,
    rejects        bigint default 0 not null,
    failure        varchar(4000) collate "C",
    listed_again   bigint default 0 not null,
    rejected_first varchar collate "C",
    unused_rows    bigint default 0 not null,
    unused_line    bigint default 0 not null,
    columns_used   varchar collate "C",
    columns_unused varchar collate "C",
    figures_hash   bigint default 0 not null,
    areas_hash     bigint default 0 not null,
    seen           varchar collate "C",
    unique (path, version)
);
create index report_sha256 on report (sha256);
create index report_figures_hash on report (figures_hash);

create table report_rejects (
    report  bigint primary key references report (id),
    csv_gz  bytea not null
);

create table report_date (
    date           date not null,
    report         bigint not null references report (id),
    figures        integer not null,
    earliest_goal  date,
    packed         bytea not null,
    primary key (date, report)
);
create index report_date_report on report_date (report);

create table report_change (
    number    bigint generated always as identity primary key,
    report    bigint not null references report (id),
    run       varchar(40) collate "C" not null,
    standing  varchar(10) collate "C" not null,
    repeats   varchar(1000) collate "C"
);
create index report_change_report on report_change (report, number);
create index report_change_run on report_change (run);

create table waiting_date (
    date date primary key
);

create table date_state (
    date           date primary key,
    context_from   date,
    revision       integer not null,
    context_dates  varchar collate "C"
);

create table date_summary (
    date      date primary key,
    revision  integer not null,
    sources   integer not null,
    figures   integer not null,
    errors    integer not null,
    warnings  integer not null,
    infos     integer not null,
    waived    integer not null,
    fresh     integer not null
);

create table revision (
    date           date not null,
    number         integer not null,
    run            varchar(40) collate "C" not null references run (id),
    business_date  date not null,
    settings       varchar(64) collate "C" not null,
    result_sha256  varchar(64) collate "C" not null,
    published      boolean not null,
    figures        integer not null,
    sources        integer not null,
    datapackage_json_gz   bytea not null,
    discrepancies_csv_gz  bytea not null,
    totals_csv_gz         bytea not null,
    figures_csv_gz        bytea not null,
    explanations_json_gz  bytea default '\x1f8b08000000000000ff03000000000000000000' not null,
    known_to              bigint,
    discrepancy_figures   bytea,
    primary key (date, number)
);
create index revision_published on revision (published, date, number);

create table discrepancy (
    date           date not null,
    revision       integer not null,
    id             varchar(12) collate "C" not null,
    rule           varchar(200) collate "C" not null,
    area           varchar(200) collate "C" not null,
    measure        varchar(200) collate "C" not null,
    period_start   date not null,
    period_end     date,
    severity       varchar(10) collate "C" not null,
    status         varchar(10) collate "C" not null,
    first_seen     integer not null,
    figures        varchar collate "C" not null,
    gap            bigint not null,
    gap_percent    varchar(30) collate "C" not null,
    verdict        varchar(20) collate "C" not null,
    blamed         varchar collate "C" not null,
    possible_cause varchar collate "C" not null,
    waived_until   date,
    explanation    varchar collate "C" not null,
    position       integer not null,
    lapsed         boolean default false not null,
    primary key (date, revision, id)
);
create index discrepancy_place on discrepancy (rule, area, measure, date, revision, severity, status);
create index discrepancy_standing on discrepancy (date, revision, status, rule, area, measure, severity, id);

create table tie (
    later  date not null,
    date   date not null,
    cells  bytea not null,
    primary key (later, date)
);
create index tie_date on tie (date);

create table revision_tie (
    date      date not null,
    revision  integer not null,
    cells     bytea not null,
    primary key (date, revision)
);

create table setting (
    name   varchar(40) collate "C" primary key,
    text   text collate "C" not null
);

-- Which ledger this is: what stands outside of it names it, so that another one is told.
insert into setting (name, text) values ('ledger', gen_random_uuid());

-- What people may ask the ledger for. These names and columns stay, whatever becomes of the tables behind them.

create view discrepancies (id, date, revision, current, rule, area, measure, period_start, period_end, severity, status, first_seen,
    figures, gap, gap_percent, verdict, blamed, possible_cause, waived_until, explanation) as
select d.id, d.date, d.revision, case when d.revision = s.revision then true else false end, d.rule, d.area, d.measure, d.period_start,
    d.period_end, d.severity, d.status, d.first_seen, d.figures, d.gap, cast(nullif(d.gap_percent, '') as decimal(20, 2)), d.verdict,
    d.blamed, d.possible_cause, d.waived_until, d.explanation
from discrepancy d join date_state s on s.date = d.date;

create view reports (source, path, version, sha256, bytes, standing, state, repeats, received_run, received_on, read_run, published_on,
    first_date, last_date, lines, header_lines, figure_lines, rejected_lines, skipped_lines, figures, rejects, failure) as
select source, path, version, sha256, bytes, standing, state, repeats, received_run, received_on, read_run, published_on,
    first_date, last_date, lines, header_lines, figure_lines, rejected_lines, skipped_lines, figures, rejects, failure
from report;

create view revisions (date, revision, current, run, business_date, settings, result_sha256, sources, figures) as
select r.date, r.number, case when r.number = s.revision then true else false end, r.run, r.business_date, r.settings, r.result_sha256,
    r.sources, r.figures
from revision r join date_state s on s.date = r.date;

create view runs (run, command, business_date, settings, started, ended, seconds, exit_code) as
select id, command, business_date, settings, started, ended,
    cast(extract(epoch from ended) - extract(epoch from started) as decimal(20, 3)), exit_code
from run;
