-- one row: which key signs, how far the log is, and whose turn it is to add to it (for update)
create table log_state (
  id         tinyint        not null primary key,
  public_key varbinary(100) null,
  sealed_key varbinary(200) null,
  size       bigint         not null default 0,
  settled    bigint         not null default 0
);
insert into log_state (id) values (1);

create table log_leaf (
  seq          bigint      not null primary key,
  leaf_index   bigint      not null,
  salt         varbinary(16) not null,
  sequenced_at datetime(6) not null,
  unique key log_leaf_index (leaf_index),
  key log_leaf_sequenced (sequenced_at, seq),
  constraint log_leaf_entry foreign key (seq) references ledger_entry (seq)
);

-- up to 256 hashes of 32 bytes; level -1 holds the 32 bytes each leaf was hashed from
create table log_tile (
  level    tinyint         not null,
  position bigint          not null,
  hashes   varbinary(8192) not null,
  primary key (level, position)
);

create table log_checkpoint (
  size      bigint      not null primary key,
  note      text        not null,
  signed_at datetime(6) not null
);
