-- Whoever decided prints the letters to those who have no e-mail.
alter table open_call add column decided_by_id bigint null after decided_at,
  add constraint open_call_decided_by foreign key (decided_by_id) references person (id);
create index application_told on application (told, state);
