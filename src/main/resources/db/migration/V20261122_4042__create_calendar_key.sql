-- What opens a person's calendar for a calendar program; only a fingerprint of it is kept.
create sequence calendar_key_seq start with 1 increment by 50;
create table calendar_key (
  id        bigint        not null primary key,
  person_id bigint        not null,
  within_id bigint        not null default 0,
  hash      varbinary(32) not null,
  made_on   date          not null,
  unique key calendar_key_of (person_id, within_id),
  unique key calendar_key_hash (hash),
  foreign key (person_id) references person (id)
);
