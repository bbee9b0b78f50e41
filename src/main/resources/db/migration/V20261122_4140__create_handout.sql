create sequence handout_seq start with 1 increment by 50;
create table handout (
  id            bigint       not null primary key,
  public_id     varchar(22)  character set utf8mb4 collate utf8mb4_bin not null,
  workshop_id   bigint       not null,
  title         varchar(200) not null,
  language      varchar(2)   character set ascii not null check (language in ('sv','fi','en')),
  kind          varchar(10)  not null check (kind in ('PDF','WORD','PNG','JPEG')),
  size          int          not null check (size between 1 and 10485760),
  large_print   boolean      not null,
  easy_language boolean      not null,
  added_at      datetime(6)  not null,
  unique key handout_public_id (public_id),
  key handout_of_workshop (workshop_id, id),
  foreign key (workshop_id) references workshop (id)
);

-- apart, so that a list of files reads none of them
create table handout_content (
  handout_id bigint   not null primary key,
  bytes      longblob not null,
  foreign key (handout_id) references handout (id)
);
