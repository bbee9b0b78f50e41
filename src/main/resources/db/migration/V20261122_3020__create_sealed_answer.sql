-- Random keys, no time, no sequence: the rows stand in no order but that of chance.
create table sealed_answer (
  id         varbinary(16)  not null primary key,
  instrument varchar(40)    character set ascii collate ascii_bin not null,
  key_no     int            not null,
  envelope   mediumblob     not null,
  key sealed_answer_in (instrument)
);
create table spent_right (
  mark       varbinary(32)  not null primary key,
  instrument varchar(40)    character set ascii collate ascii_bin not null,
  key spent_right_in (instrument)
);
-- What was promised about names and small groups holds from the first answer on, whoever tries to change it.
create trigger round_keeps_its_promise before update on round for each row
begin
  if (new.anonymity <> old.anonymity or new.k <> old.k) and (
      exists (select 1 from spent_right s where s.instrument in (concat('comments:', old.id), concat('ratings:', old.id)))
      or exists (select 1 from rating r where r.version_id = old.version_id)
      or exists (select 1 from contribution c join version v on v.id = old.version_id join draft d on d.id = v.draft_id
                 where c.about_kind = 'draft' and c.about_id = d.public_id and c.version = v.number)) then
    signal sqlstate '45000' set message_text = 'Somebody has answered: the level stays';
  end if;
end;
