-- A place in what staff wrote where words of somebody who was erased may live on. Holds the place, never the words.
create sequence echo_seq start with 1 increment by 50;
create table echo (
  id         bigint      not null primary key,
  public_id  varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  project_id bigint      not null,
  field      varchar(20) not null check (field in ('REASON','ACTION','ACTION_BY','PHRASE')),
  about_id   varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  language   varchar(10) not null,
  from_char  int         not null,
  to_char    int         not null,
  found_on   date        not null,
  settled_on date        null,
  unique key echo_public_id (public_id),
  key echo_of_project (project_id, settled_on, found_on),
  foreign key (project_id) references project (id)
);
