create sequence board_task_seq start with 1 increment by 50;
create table board_task (
  id       bigint      not null primary key,
  board_id bigint      not null,
  step     varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  dots     int         not null check (dots between 1 and 10),
  stacked  boolean     not null,
  choices  longtext    not null,
  section  varchar(40) character set utf8mb4 collate utf8mb4_bin not null default '',
  passage  varchar(40) character set utf8mb4 collate utf8mb4_bin not null default '',
  unique key board_task_of_step (board_id, step),
  foreign key (board_id) references board (id)
);
