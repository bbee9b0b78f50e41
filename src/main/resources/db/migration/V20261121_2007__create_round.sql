create sequence round_seq start with 1 increment by 50;
create table round (
  id             bigint        not null primary key,
  version_id     bigint        not null,
  opens_at       datetime(6)   not null,
  closes_at      datetime(6)   null,
  closed_at      datetime(6)   null,
  given_way_at   datetime(6)   null,
  extended_at    datetime(6)   null,
  closing_reason varchar(4000) not null default '',
  criteria       json          not null,
  anonymity      varchar(20)   not null check (anonymity in ('NAMED','PSEUDONYM','ANONYMOUS')),
  k              int           not null default 5 check (k >= 5),
  unique key round_of_version (version_id),
  foreign key (version_id) references version (id)
);
