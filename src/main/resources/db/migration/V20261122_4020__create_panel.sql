-- A body that is asked for some years: customer panel, council, pool of experts by experience, reference group.
create sequence panel_seq start with 1 increment by 50;
create table panel (
  id          bigint      not null primary key,
  public_id   varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  project_id  bigint      not null,
  kind        varchar(20) not null check (kind in ('CUSTOMER_PANEL','COUNCIL','EXPERT_POOL','REFERENCE_GROUP')),
  name        json        not null,
  from_on     date        not null,
  to_on       date        not null,
  size        int         null check (size between 1 and 10000),
  target      json        not null,
  excludes    varchar(60) not null,
  minimum_age int         null check (minimum_age between 1 and 120),
  load_cap    int         null check (load_cap between 1 and 365),
  ended_on    date        null,
  edition     int         not null,
  unique key panel_public_id (public_id),
  key panel_of_project (project_id, id),
  check (from_on <= to_on),
  foreign key (project_id) references project (id)
);
