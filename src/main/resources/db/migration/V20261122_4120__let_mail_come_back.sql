-- What another mail server tells of an e-mail after it had taken it over, and how far its mailbox is looked through.
alter table mail modify column reason varchar(20) null check (reason in
  ('AWAY','CUT','LATER','REFUSED','ADDRESS','GONE','BROKEN','UNKNOWN','FULL','UNREACHED','DELAYED'));
create table return_box (
  id          int         not null primary key check (id = 1),
  life        bigint      not null,
  last        bigint      not null,
  -- until when a server looks through it, by the database's clock
  lease_until datetime(6) null
);
insert into return_box (id, life, last) values (1, 0, 0);
