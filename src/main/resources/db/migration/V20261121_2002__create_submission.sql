-- No time finer than the month and no link to a person: the row only tells that this form was stored.
create table submission (
  mark        binary(32)   not null primary key,
  fingerprint binary(32)   not null,
  month       char(7)      not null,
  result      varchar(200) not null
);
