create sequence board_heading_seq start with 1 increment by 50;
create table board_heading (
  id        bigint       not null primary key,
  public_id varchar(22)  character set utf8mb4 collate utf8mb4_bin not null,
  board_id  bigint       not null,
  words     varchar(100) not null,
  unique key board_heading_public_id (public_id),
  unique key board_heading_once (board_id, words),
  foreign key (board_id) references board (id)
);

create sequence board_note_seq start with 1 increment by 50;
create table board_note (
  id              bigint      not null primary key,
  public_id       varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  board_id        bigint      not null,
  contribution_id bigint      not null,
  step            varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  seat            int         null check (seat between 1 and 99),
  heading_id      bigint      null,
  hidden          boolean     not null default false,
  unique key board_note_public_id (public_id),
  unique key board_note_of_contribution (contribution_id),
  key board_note_of_board (board_id, id),
  foreign key (board_id) references board (id),
  foreign key (contribution_id) references contribution (id),
  foreign key (heading_id) references board_heading (id)
);
