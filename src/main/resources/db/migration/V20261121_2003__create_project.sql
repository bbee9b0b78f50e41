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
  basis      varchar(30)  not null default 'PUBLIC_TASK'
               check (basis in ('PUBLIC_TASK','CONSENT','LEGAL_OBLIGATION','LEGITIMATE_INTEREST')),
  contact_days int        not null default 90 check (contact_days between 1 and 365),
  words_months int        not null default 60 check (words_months between 1 and 120),
  age_limit  int          not null default 13 check (age_limit between 13 and 18),
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
  guardian_on date       null,
  guardian_by_id bigint  null,
  unique key membership_of_person (person_id, project_id),
  key membership_of_project (project_id, role),
  foreign key (project_id) references project (id),
  foreign key (person_id) references person (id),
  foreign key (guardian_by_id) references person (id)
);
