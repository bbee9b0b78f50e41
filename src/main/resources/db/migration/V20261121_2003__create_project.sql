create sequence project_seq start with 1 increment by 50;
create table project (
  id         bigint       not null primary key,
  public_id  varchar(22)  character set utf8mb4 collate utf8mb4_bin not null,
  slug       varchar(80)  character set utf8mb4 collate utf8mb4_bin not null,
  title      json         not null,
  summary    json         not null,
  level      varchar(20)  not null check (level in ('INFORM','CONSULT','INVOLVE','COLLABORATE','EMPOWER')),
  promise    json         not null,
  stage      varchar(20)  not null check (stage in ('IDEA','DRAFT','ALMOST_READY','DECIDED')),
  languages  varchar(60)  not null,
  phases     json         not null,
  open       boolean      not null,
  created_on date         not null,
  edition    int          not null,
  unique key project_public_id (public_id),
  unique key project_slug (slug)
);
create sequence membership_seq start with 1 increment by 50;
create table membership (
  id         bigint      not null primary key,
  project_id bigint      not null,
  person_id  bigint      not null,
  role       varchar(20) not null check (role in ('LEAD','FACILITATOR','PARTICIPANT')),
  kind       varchar(30) null check (kind in ('PANEL_MEMBER','COUNCIL_REPRESENTATIVE','EXPERT_BY_EXPERIENCE','CUSTOMER',
                                              'FAMILY_MEMBER','YOUNG_PERSON','PROFESSIONAL')),
  number     int         not null,
  unique key membership_of_person (person_id, project_id),
  key membership_of_project (project_id, role),
  foreign key (project_id) references project (id),
  foreign key (person_id) references person (id)
);
