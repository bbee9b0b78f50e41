-- Numbers that are shown while people still answer, stride by stride: what was shown once is never shown otherwise.
create table released (
  kind     varchar(20)  character set ascii not null,
  about_id bigint       not null,
  part     varchar(40)  character set utf8mb4 collate utf8mb4_bin not null,
  number   int          not null,
  latest   boolean      not null,
  stride   json         not null,
  primary key (kind, about_id, part, number),
  key released_latest (kind, latest, about_id)
);
