create sequence draft_seq start with 1 increment by 50;
create table draft (
  id         bigint      not null primary key,
  public_id  varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  project_id bigint      not null,
  title      json        not null,
  language   varchar(10) not null,
  unique key draft_public_id (public_id),
  key draft_of_project (project_id, id),
  foreign key (project_id) references project (id)
);
create sequence working_text_seq start with 1 increment by 50;
create table working_text (
  id         bigint      not null primary key,
  draft_id   bigint      not null,
  language   varchar(10) not null,
  outline    longtext    not null,
  edited_at  datetime(6) not null,
  edition    int         not null,
  unique key working_text_of_draft (draft_id, language),
  foreign key (draft_id) references draft (id)
);
create sequence version_seq start with 1 increment by 50;
create table version (
  id              bigint       not null primary key,
  draft_id        bigint       not null,
  number          int          not null,
  published_at    datetime(6)  not null,
  published_by_id bigint       not null,
  stage           varchar(20)  not null,
  override_reason varchar(4000) not null default '',
  unique key version_of_draft (draft_id, number),
  foreign key (draft_id) references draft (id),
  foreign key (published_by_id) references person (id)
);
create sequence version_text_seq start with 1 increment by 50;
create table version_text (
  id         bigint      not null primary key,
  version_id bigint      not null,
  language   varchar(10) not null,
  outline    longtext    not null,
  why        longtext    not null,
  unique key version_text_of_version (version_id, language),
  foreign key (version_id) references version (id)
);
create trigger version_text_is_never_changed before update on version_text for each row
  signal sqlstate '45000' set message_text = 'A published version is never changed';
create trigger version_is_never_changed before update on version for each row
  signal sqlstate '45000' set message_text = 'A published version is never changed';
