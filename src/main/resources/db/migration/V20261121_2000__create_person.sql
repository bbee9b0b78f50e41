create sequence person_seq start with 1 increment by 50;
create table person (
  id         bigint       not null primary key,
  public_id  varchar(22)  character set utf8mb4 collate utf8mb4_bin not null,
  user_name  varchar(100) null,
  subject    varchar(255) character set utf8mb4 collate utf8mb4_bin null,
  name       varchar(200) not null,
  pseudonym  varchar(200) null,
  role       varchar(20)  not null check (role in ('ADMINISTRATOR','LEAD','FACILITATOR','UNIT_OWNER','PARTICIPANT')),
  kind       varchar(30)  null check (kind in ('PANEL_MEMBER','COUNCIL_REPRESENTATIVE','EXPERT_BY_EXPERIENCE','CUSTOMER',
                                               'FAMILY_MEMBER','YOUNG_PERSON','PROFESSIONAL')),
  age_band   varchar(20)  null check (age_band in ('UNDER_13','FROM_13','FROM_16','ADULT')),
  language   varchar(10)  not null,
  email      varchar(254) null,
  street     varchar(200) null,
  postcode   varchar(20)  null,
  town       varchar(200) null,
  blocked_at datetime(6)  null,
  erased_at  datetime(6)  null,
  unique key person_public_id (public_id),
  unique key person_user_name (user_name),
  unique key person_subject (subject)
);
