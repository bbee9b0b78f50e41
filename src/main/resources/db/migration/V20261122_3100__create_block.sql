-- Why somebody is blocked now and who did it; the row goes when the person is let in again or erased.
create sequence block_seq start with 1 increment by 50;
create table block (
  id            bigint        not null primary key,
  person_id     bigint        not null,
  blocked_by_id bigint        null,
  reason        varchar(20)   not null check (reason in ('GONE','HANDS','MISUSE','WISH','OTHER')),
  words         varchar(1000) not null,
  salt          varchar(32)   character set utf8mb4 collate utf8mb4_bin not null,
  unique key block_of (person_id),
  foreign key (person_id) references person (id),
  foreign key (blocked_by_id) references person (id)
);
