create sequence board_seq start with 1 increment by 50;
create table board (
  id          bigint      not null primary key,
  workshop_id bigint      not null,
  code        varchar(6)  character set ascii collate ascii_bin null,
  step        varchar(22) character set utf8mb4 collate utf8mb4_bin not null default '',
  -- counted up under the lock of this row, as the last thing an act does: the order of numbers is that of commits
  last_event  bigint      not null default 0,
  ended_at    datetime(6) null,
  unique key board_of_workshop (workshop_id),
  unique key board_code (code),
  foreign key (workshop_id) references workshop (id)
);

create table board_event (
  board_id bigint      not null,
  number   bigint      not null,
  kind     varchar(10) not null check (kind in ('NOTE','HEADING','STEP','COUNT')),
  about    varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  primary key (board_id, number),
  foreign key (board_id) references board (id)
);
