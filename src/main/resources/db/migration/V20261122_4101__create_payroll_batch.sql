create sequence payroll_batch_seq start with 1 increment by 50;
create table payroll_batch (
  id         bigint      not null primary key,
  public_id  varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  project_id bigint      not null,
  number     int         not null check (number >= 1),
  made_by_id bigint      not null,
  made_at    datetime(6) not null,
  claims     int         not null check (claims >= 1),
  total      bigint      not null check (total >= 0),
  paid_at    datetime(6) null,
  unique key payroll_batch_public_id (public_id),
  unique key payroll_batch_number (project_id, number),
  foreign key (project_id) references project (id),
  foreign key (made_by_id) references person (id)
);
