-- code_mark: PBKDF2 of the letter's code; speaking: who answers, as the person said
alter table personal_link
  add column code_mark varbinary(32) null after hash,
  add column batch_id  bigint      null after code_mark,
  add column last_on   date        not null default '2000-01-01' after due_on,
  add column speaking  varchar(20) null check (speaking in ('MYSELF','SUPPORTED','FOR_SOMEBODY')) after used,
  add unique key personal_link_code_mark (code_mark),
  add key personal_link_of_batch (batch_id),
  add foreign key (batch_id) references letter_batch (id);
alter table personal_link alter column last_on drop default;
