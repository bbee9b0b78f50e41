create sequence mail_seq start with 1 increment by 50;
create table mail (
  id          bigint      not null primary key,
  public_id   varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  within_kind varchar(30) not null,
  within_id   varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  about_kind  varchar(30) not null,
  about_id    varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  receiver_id bigint      not null,
  state       varchar(20) not null check (state in ('WAITING','SENT','UNDELIVERED')),
  sealed      longblob    null,
  due_at      datetime(6) not null,
  unique key mail_public_id (public_id),
  key mail_due (state, due_at),
  key mail_within (within_kind, within_id, state),
  key mail_of_receiver (receiver_id),
  foreign key (receiver_id) references person (id)
);
