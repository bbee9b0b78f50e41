create table ledger_entry (
  seq        bigint      not null auto_increment primary key,
  at         datetime(6) not null,
  actor_role varchar(20) not null,
  actor      varchar(32)    character set ascii null,
  verb       varchar(40) not null,
  about_kind varchar(30) not null,
  about_id   varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  payload    json        not null,
  key ledger_entry_about (about_kind, about_id, seq),
  key ledger_entry_actor (actor, seq)
);
create trigger ledger_entry_is_never_changed before update on ledger_entry for each row
  signal sqlstate '45000' set message_text = 'The ledger is append-only';
create trigger ledger_entry_is_never_deleted before delete on ledger_entry for each row
  signal sqlstate '45000' set message_text = 'The ledger is append-only';
