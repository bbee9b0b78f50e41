-- What somebody has lived through, as far as the person consents to its being kept: for one purpose, until a day.
create sequence experience_seq start with 1 increment by 50;
create table experience (
  id            bigint      not null primary key,
  public_id     varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  person_id     bigint      not null,
  project_id    bigint      not null,
  area          varchar(20) not null check (area in ('AGEING','MEMORY','CARING','CHILD_FAMILY','CHILD_PROTECTION',
                              'MENTAL_HEALTH','SUBSTANCE','DISABILITY','LONG_ILLNESS','REHABILITATION','LONELINESS',
                              'MONEY','MIGRATION','OTHER')),
  purpose       varchar(20) not null check (purpose in ('COMPOSITION','TASKS')),
  consent_on    date        not null,
  written_by_id bigint      null,
  until_on      date        not null,
  unique key experience_public_id (public_id),
  unique key experience_of_person (person_id, project_id, area, purpose),
  key experience_until (until_on),
  foreign key (person_id) references person (id),
  foreign key (project_id) references project (id),
  foreign key (written_by_id) references person (id)
);
