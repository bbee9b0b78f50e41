create sequence rating_seq start with 1 increment by 50;
create table rating (
  id          bigint      not null primary key,
  version_id  bigint      not null,
  criterion   varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
  rater       varbinary(32)  not null,
  score       int         not null check (score between 1 and 5),
  channel     varchar(20) not null,
  author_kind varchar(30) null,
  shown       boolean     not null default false,
  unique key rating_once (version_id, criterion, rater),
  key rating_counts (version_id, criterion, score, shown),
  key rating_fresh (version_id, shown, criterion),
  foreign key (version_id) references version (id)
);
