-- A conversation by receipt: no hour, no person.
create sequence message_seq start with 1 increment by 50;
create table message (
  id              bigint     not null primary key,
  contribution_id bigint     not null,
  from_staff      boolean    not null,
  words           text       not null,
  written_on      date       not null,
  key message_of_contribution (contribution_id, id),
  foreign key (contribution_id) references contribution (id)
);
