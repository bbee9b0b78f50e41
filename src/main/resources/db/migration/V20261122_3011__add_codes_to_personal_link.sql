-- code_mark: PBKDF2 of the letter's code; speaking: who answers, as the person said
alter table personal_link
  add column code_mark varbinary(32) null after hash,
  add column last_on   date        not null default '2000-01-01' after due_on,
  add column speaking  varchar(20) null check (speaking in ('MYSELF','SUPPORTED','FOR_SOMEBODY')) after used,
  add unique key personal_link_code_mark (code_mark);
alter table personal_link alter column last_on drop default;
