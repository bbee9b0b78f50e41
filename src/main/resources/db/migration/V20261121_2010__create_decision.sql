create sequence decision_seq start with 1 increment by 50;
create table decision (
  id            bigint      not null primary key,
  public_id     varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  project_id    bigint      not null,
  disposition   varchar(20) not null check (disposition in
                  ('ADOPTED','PARTLY_ADOPTED','ALREADY_SO','LATER','OUT_OF_SCOPE','NOT_ADOPTED')),
  reason        json        not null,
  review_on     date        null,
  action        json        not null,
  action_by     varchar(200) not null default '',
  action_due_on date        null,
  action_done_on date       null,
  decided_on    date        not null,
  decided_by_id bigint      not null,
  supersedes_id bigint      null,
  superseded_on date        null,
  fingerprint   varchar(64)    character set ascii not null,
  unique key decision_public_id (public_id),
  unique key decision_supersedes (supersedes_id),
  key decision_of_project (project_id, decided_on, id),
  foreign key (project_id) references project (id),
  foreign key (decided_by_id) references person (id),
  foreign key (supersedes_id) references decision (id),
  check (disposition <> 'LATER' or review_on is not null)
);
-- current is 1 or null, so that the unique key allows one current answer and any number of earlier ones
create sequence decision_viewpoint_seq start with 1 increment by 50;
create table decision_viewpoint (
  id                    bigint   not null primary key,
  decision_id           bigint   not null,
  viewpoint_id          bigint   not null,
  current               boolean  null,
  viewpoint_fingerprint varchar(64) character set ascii not null,
  decision_fingerprint  varchar(64) character set ascii not null,
  unique key decision_viewpoint_current (viewpoint_id, current),
  key decision_viewpoint_of_decision (decision_id, viewpoint_id),
  foreign key (decision_id) references decision (id),
  foreign key (viewpoint_id) references viewpoint (id)
);
create sequence phrase_seq start with 1 increment by 50;
create table phrase (
  id         bigint      not null primary key,
  public_id  varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  project_id bigint      not null,
  text       json        not null,
  unique key phrase_public_id (public_id),
  key phrase_of_project (project_id, id),
  foreign key (project_id) references project (id)
);
