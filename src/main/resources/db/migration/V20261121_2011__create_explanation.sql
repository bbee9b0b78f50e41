-- What the author has said about a change of the working copy, until it is published.
create sequence explanation_seq start with 1 increment by 50;
create table explanation (
  id         bigint      not null primary key,
  draft_id   bigint      not null,
  language   varchar(10) not null,
  change_key varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
  after_text mediumtext  not null,
  because    json        not null,
  unique key explanation_of_change (draft_id, language, change_key),
  foreign key (draft_id) references draft (id)
);
-- A published change and a decision it serves, with the fingerprints both had when they were linked.
create sequence change_link_seq start with 1 increment by 50;
create table change_link (
  id                   bigint   not null primary key,
  change_id            bigint   not null,
  decision_id          bigint   not null,
  change_fingerprint   varchar(64) character set ascii not null,
  decision_fingerprint varchar(64) character set ascii not null,
  unique key change_link_once (change_id, decision_id),
  key change_link_of_decision (decision_id, change_id),
  foreign key (change_id) references draft_change (id),
  foreign key (decision_id) references decision (id)
);
