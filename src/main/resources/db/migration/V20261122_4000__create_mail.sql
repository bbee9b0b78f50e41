-- The outbox: rows are written with their cause, carried by workers that hold them for a while, one after the other.
create sequence mail_seq start with 1 increment by 50;
create table mail (
  id          bigint      not null primary key,
  public_id   varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  within_kind varchar(30) not null,
  within_id   varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  about_kind  varchar(30) not null,
  about_id    varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  receiver_id bigint      not null,
  state       varchar(20) not null check (state in ('WAITING','SENT','UNDELIVERED','DROPPED')),
  sealed      longblob    null,
  posted_at   datetime(6) not null,
  due_at      datetime(6) not null,
  lease_until datetime(6) null,
  fence       bigint      not null default 0,
  tries       int         not null default 0,
  faults      int         not null default 0,
  reason      varchar(20) null check (reason in ('AWAY','CUT','LATER','REFUSED','ADDRESS','GONE','BROKEN')),
  ended_on    date        null,
  unique key mail_public_id (public_id),
  key mail_due (state, due_at),
  key mail_within (within_kind, within_id, state),
  key mail_of_receiver (receiver_id),
  key mail_ended (ended_on),
  check (state not in ('SENT','DROPPED') or sealed is null),
  foreign key (receiver_id) references person (id)
);
