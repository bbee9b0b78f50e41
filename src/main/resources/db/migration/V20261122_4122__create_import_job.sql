-- Long lists of members: tried and imported while nobody waits. The file lies sealed until then, a day at most.
create sequence import_job_seq start with 1 increment by 50;
create table import_job (
  id          bigint      not null primary key,
  public_id   varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  panel_id    bigint      not null,
  maker_id    bigint      not null,
  language    varchar(20) not null,
  state       varchar(20) not null check (state in ('CHECKING','GOOD','BAD','IMPORTING','DONE','FAILED')),
  all_rows    int         not null,
  done_rows   int         not null default 0,
  sealed      longblob    null,
  told        longblob    null,
  made_at     datetime(6) not null,
  begun_at    datetime(6) null,
  lease_until datetime(6) null,
  fence       bigint      not null default 0,
  tries       int         not null default 0,
  unique key import_job_public_id (public_id),
  key import_job_due (state, lease_until),
  key import_job_made (made_at),
  check (state not in ('BAD','DONE','FAILED') or sealed is null),
  foreign key (panel_id) references panel (id),
  foreign key (maker_id) references person (id)
);
