-- A link that goes to a person's own mailbox is the same each time it is sent; it is made of the server's secret.
alter table personal_link add column by_mail boolean not null default false after batch_id;
alter table personal_link alter column by_mail drop default;
-- Somebody who asks for a new link; what was typed lies sealed until it is looked at, its mark for a day.
create sequence link_wish_seq start with 1 increment by 50;
create table link_wish (
  id     bigint          not null primary key,
  mark   varbinary(32)   not null,
  sealed varbinary(2000) null,
  at     datetime(6)     not null,
  key link_wish_waiting (sealed(1), id),
  key link_wish_mark (mark, at),
  key link_wish_at (at)
);
