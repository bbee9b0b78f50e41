-- What a project has agreed to pay. Rules are added, never changed: what held on a day can always be told.
create sequence fee_rule_seq start with 1 increment by 50;
create table fee_rule (
  id         bigint       not null primary key,
  public_id  varchar(22)  character set utf8mb4 collate utf8mb4_bin not null,
  project_id bigint       not null,
  task       varchar(20)  not null check (task in ('TAKING_PART','TALK','KILOMETRE','MEAL')),
  per        varchar(20)  not null check (per in ('HOUR','OCCASION','KILOMETRE','MEAL')),
  cents      bigint       not null check (cents between 0 and 200000),
  kinds      varchar(200) not null,
  valid_from date         not null,
  set_by_id  bigint       not null,
  unique key fee_rule_public_id (public_id),
  key fee_rule_of_project (project_id, valid_from),
  foreign key (project_id) references project (id),
  foreign key (set_by_id) references person (id)
);
