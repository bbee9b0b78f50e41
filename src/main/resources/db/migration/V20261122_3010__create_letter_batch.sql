create sequence letter_batch_seq start with 1 increment by 50;
create table letter_batch (
  id         bigint      not null primary key,
  public_id  varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  project_id bigint      not null,
  maker_id   bigint      not null,
  about_kind varchar(30) not null,
  about_id   varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  letters    int         not null,
  made_on    date        not null,
  due_on     date        null,
  sealed     longblob    null,
  open_until datetime(6) not null,
  gone_at    datetime(6) not null,
  printed_on date        null,
  unique key letter_batch_public_id (public_id),
  key letter_batch_of_project (project_id, id),
  key letter_batch_gone_at (gone_at),
  -- what was printed is there no more
  check (printed_on is null or sealed is null),
  foreign key (project_id) references project (id),
  foreign key (maker_id) references person (id)
);
