-- No time finer than the month and no link to a person: the row only tells that this form was stored.
create table submission (
  mark        varbinary(32)   not null primary key,
  fingerprint varbinary(32)   not null,
  month       varchar(7)      not null,
  result      varchar(200) not null
);
