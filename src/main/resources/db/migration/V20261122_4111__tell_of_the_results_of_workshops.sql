-- that a group was told of what was published of a workshop then
create sequence telling_seq start with 1 increment by 50;
create table telling (
  id           bigint      not null primary key,
  workshop_id  bigint      not null,
  audience     varchar(20) not null check (audience in ('TOOK_PART', 'COULD_NOT_COME', 'INVITED')),
  published_at datetime(6) not null,
  told_at      datetime(6) not null,
  told_by_id   bigint      not null,
  people       int         not null,
  unique key telling_once (workshop_id, published_at, audience),
  foreign key (workshop_id) references workshop (id),
  foreign key (told_by_id) references person (id)
);

-- that one person was, once whatever groups the person is in
create sequence told_seq start with 1 increment by 50;
create table told (
  id           bigint      not null primary key,
  workshop_id  bigint      not null,
  person_id    bigint      not null,
  published_at datetime(6) not null,
  told_at      datetime(6) not null,
  unique key told_once (workshop_id, published_at, person_id),
  key told_of_person (person_id),
  foreign key (workshop_id) references workshop (id),
  foreign key (person_id) references person (id)
);
