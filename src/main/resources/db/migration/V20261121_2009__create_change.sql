create sequence draft_change_seq start with 1 increment by 50;
create table draft_change (
  id         bigint      not null primary key,
  public_id  varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  version_id bigint      not null,
  language   varchar(10) not null,
  position   int         not null,
  change_key varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
  kind       varchar(10) not null check (kind in ('EDITED','ADDED','REMOVED','SPLIT','MERGED','MOVED')),
  section    varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  passage    varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  passages   json        not null,
  before_text mediumtext not null,
  after_text mediumtext  not null,
  because    json        not null,
  explained  boolean     not null,
  unique key draft_change_public_id (public_id),
  key draft_change_of_version (version_id, language, position),
  foreign key (version_id) references version (id)
);
