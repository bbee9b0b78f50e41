-- whom a call is sent to by letter
create sequence addressee_seq start with 1 increment by 50;
create table addressee (
  id        bigint  not null primary key,
  call_id   bigint  not null,
  person_id bigint  not null,
  written   boolean not null default false,
  unique key addressee_once (call_id, person_id),
  key addressee_to_write (call_id, written, id),
  foreign key (call_id) references open_call (id),
  foreign key (person_id) references person (id)
);
