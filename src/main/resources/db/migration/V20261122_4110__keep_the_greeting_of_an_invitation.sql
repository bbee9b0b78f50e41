-- what its inviter added to it, in one language
alter table invitation
  add column greeting          varchar(500) null,
  add column greeting_language varchar(2)   null check (greeting_language in ('sv', 'fi', 'en')),
  add constraint invitation_greeting_in_a_language check ((greeting is null) = (greeting_language is null));
