-- Who opened whose personal data, what for and until when it is shown; told to the person it is about.
create sequence disclosure_seq start with 1 increment by 50;
create table disclosure (
  id         bigint      not null primary key,
  reader_id  bigint      not null,
  person_id  bigint      not null,
  about_kind varchar(30) not null,
  about_id   varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  purpose    varchar(20) not null check (purpose in ('INVITATION','REQUEST','CORRECTION','SAFETY')),
  fields     varchar(200) not null,
  opened_at  datetime(6) not null,
  ends_at    datetime(6) not null,
  key disclosure_by (reader_id, ends_at, opened_at),
  key disclosure_of (person_id, opened_at),
  key disclosure_day (opened_at),
  foreign key (reader_id) references person (id),
  foreign key (person_id) references person (id)
);
