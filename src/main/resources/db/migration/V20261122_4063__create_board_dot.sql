create sequence board_dot_seq start with 1 increment by 50;
-- who holds which of his or her dots: there are never more of one than there are places
create table board_dot (
  id       bigint        not null primary key,
  board_id bigint        not null,
  step     varchar(22)   character set utf8mb4 collate utf8mb4_bin not null,
  voter    varbinary(32) not null,
  place    int           not null check (place between 1 and 120),
  note_id  bigint        not null,
  unique key board_dot_place (board_id, step, voter, place),
  key board_dot_of_note (note_id),
  foreign key (board_id) references board (id),
  foreign key (note_id) references board_note (id)
);

create sequence board_reply_seq start with 1 increment by 50;
create table board_reply (
  id      bigint        not null primary key,
  task_id bigint        not null,
  voter   varbinary(32) not null,
  choice  int           not null check (choice between 1 and 12),
  unique key board_reply_once (task_id, voter),
  foreign key (task_id) references board_task (id)
);
