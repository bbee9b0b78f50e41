create sequence guardian_link_seq start with 1 increment by 50;
create table guardian_link (
  id          bigint      not null primary key,
  public_id   varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  member_id   bigint      not null,
  hash        varbinary(32) not null,
  made_on     date        not null,
  last_on     date        not null,
  answer      varchar(20) null check (answer in ('APPROVED','REFUSED')),
  answered_on date        null,
  ended_on    date        null,
  unique key guardian_link_public_id (public_id),
  unique key guardian_link_hash (hash),
  key guardian_link_of_member (member_id, id),
  check ((answer is null) = (answered_on is null)),
  foreign key (member_id) references membership (id)
);
