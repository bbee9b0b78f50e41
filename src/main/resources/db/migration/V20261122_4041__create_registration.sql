-- Who comes to a workshop, who waits for a seat, and who said no. What a person needs is sealed.
create sequence registration_seq start with 1 increment by 50;
create table registration (
  id          bigint      not null primary key,
  public_id   varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  workshop_id bigint      not null,
  person_id   bigint      not null,
  typed_by_id bigint      null,
  answer      varchar(3)  not null check (answer in ('YES','NO')),
  state       varchar(20) not null check (state in ('REGISTERED','WAITING','DECLINED')),
  turn        int         not null,
  answered_at datetime(6) not null,
  needs       longblob    null,
  present     boolean     null,
  week_told   boolean     not null default false,
  day_told    boolean     not null default false,
  unique key registration_public_id (public_id),
  unique key registration_of_person (workshop_id, person_id),
  unique key registration_turn (workshop_id, turn),
  key registration_in_line (workshop_id, state, turn),
  key registration_person (person_id),
  check ((answer = 'NO') = (state = 'DECLINED')),
  check (needs is null or answer = 'YES'),
  foreign key (workshop_id) references workshop (id),
  foreign key (person_id) references person (id),
  foreign key (typed_by_id) references person (id)
);
