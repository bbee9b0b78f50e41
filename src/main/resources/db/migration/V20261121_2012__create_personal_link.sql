create sequence personal_link_seq start with 1 increment by 50;
create table personal_link (
  id         bigint      not null primary key,
  public_id  varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  project_id bigint      not null,
  person_id  bigint      not null,
  about_kind varchar(30) not null,
  about_id   varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  hash       varbinary(32)  not null,
  made_on    date        not null,
  due_on     date         null,
  used       boolean     not null default false,
  ended_on   date        null,
  unique key personal_link_public_id (public_id),
  unique key personal_link_hash (hash),
  key personal_link_of_person (person_id, id),
  key personal_link_of_project (project_id, id),
  foreign key (project_id) references project (id),
  foreign key (person_id) references person (id)
);
