create sequence open_call_seq start with 1 increment by 50;
create table open_call (
  id           bigint       not null primary key,
  public_id    varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  panel_id     bigint       not null,
  words        json         not null,
  rhythm       json         not null,
  fee          json         not null,
  opens_at     datetime(6)  not null,
  closes_at    datetime(6)  not null,
  youngest     int          not null,
  oldest       int          null,
  places       int          not null check (places between 1 and 500),
  reserves     int          not null check (reserves between 0 and 500),
  method       varchar(20)  not null check (method in ('DRAW','CHOICE')),
  asks_areas   boolean      not null,
  asks_why     boolean      not null,
  -- where the seed comes from in public; the house draws it itself where this is empty
  source       json         not null,
  promise      varchar(64)  null,
  sealed_seed  varbinary(200) null,
  seed         varchar(200) null,
  keep_days    int          not null check (keep_days between 1 and 365),
  -- the last number given to an applicant
  numbered     int          not null default 0,
  decided_at   datetime(6)  null,
  -- when its panel was ended before anything was decided
  off_at       datetime(6)  null,
  letters_by_id bigint      null,
  edition      int          not null,
  unique key open_call_public_id (public_id),
  key open_call_of_panel (panel_id, id),
  key open_call_closes_at (closes_at),
  check (closes_at > opens_at),
  -- a seed is shown when it has been used, never before
  check (seed is null or decided_at is not null),
  foreign key (panel_id) references panel (id),
  foreign key (letters_by_id) references person (id)
);

create sequence application_seq start with 1 increment by 50;
create table application (
  id           bigint       not null primary key,
  public_id    varchar(22) character set utf8mb4 collate utf8mb4_bin not null,
  call_id      bigint       not null,
  person_id    bigint       null,
  -- what everybody is drawn and chosen by; missing where somebody applied twice
  number       int          null,
  way          varchar(20)  not null check (way in ('WEB','LETTER','PHONE','PAPER')),
  received_on  date         not null,
  typed_by_id  bigint       null,
  receipt      varbinary(32) null,
  contact_mark varbinary(32) null,
  phone        varchar(40)  null,
  age_group    varchar(20)  null,
  municipality varchar(100) null,
  language     varchar(20)  null,
  areas        varchar(400) not null default '',
  why          text         null,
  state        varchar(20)  not null check (state in
    ('RECEIVED','AGAIN','ASKED','RESERVE','NOT_CHOSEN','ACCEPTED','DECLINED','LAPSED','TAKEN_BACK','CALLED_OFF')),
  mark         varchar(20)  null check (mark in ('CHOSEN','RESERVE')),
  -- in the drawn order, or among the reserves
  place        int          null,
  told         boolean      not null default false,
  answered_on  date         null,
  emptied_on   date         null,
  unique key application_public_id (public_id),
  unique key application_number (call_id, number),
  unique key application_contact (call_id, contact_mark),
  key application_receipt (receipt),
  key application_of_person (person_id, call_id),
  key application_to_tell (told, state),
  foreign key (call_id) references open_call (id),
  foreign key (person_id) references person (id),
  foreign key (typed_by_id) references person (id)
);
