-- That what has had its time was let go on a day, once for all nodes, and how many it were.
create table retention_run (
  holding varchar(20) not null,
  on_day  date        not null,
  ended   bigint      not null default 0,
  primary key (holding, on_day)
);
