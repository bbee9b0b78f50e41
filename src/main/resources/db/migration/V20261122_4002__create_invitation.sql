create sequence invitation_seq start with 1 increment by 50;
create table invitation (
  id          bigint      not null primary key,
  public_id   varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  project_id  bigint      not null,
  person_id   bigint      not null,
  inviter_id  bigint      not null,
  about_kind  varchar(30) not null,
  about_id    varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  title       longtext    not null,
  channel     varchar(20) not null check (channel in ('EMAIL','LETTER','HANDED_OUT')),
  link_id     bigint      null,
  mail_id     bigint      null,
  made_at     datetime(6) not null,
  due_on      date        null,
  -- the end of that day where the people are; judged by the database's clock
  due_at      datetime(6) null,
  remind_at   datetime(6) null,
  reminders   int         not null default 0 check (reminders between 0 and 2),
  reminded_at datetime(6) null,
  -- the day the thing itself was called off
  off_on      date        null,
  -- 1 while it is the one that counts, null once another took its place: the key then lets the next one in
  live        int         null check (live = 1),
  unique key invitation_public_id (public_id),
  unique key invitation_once (about_kind, about_id, person_id, live),
  key invitation_of_project (project_id, about_kind, about_id),
  key invitation_of_person (person_id, made_at),
  key invitation_to_remind (live, remind_at),
  check ((due_on is null) = (due_at is null)),
  foreign key (project_id) references project (id),
  foreign key (person_id) references person (id),
  foreign key (inviter_id) references person (id),
  foreign key (link_id) references personal_link (id),
  foreign key (mail_id) references mail (id) on delete set null
);
