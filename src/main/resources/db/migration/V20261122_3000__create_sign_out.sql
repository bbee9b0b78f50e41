create sequence sign_out_seq start with 1 increment by 50;
create table sign_out (
  id      bigint       not null primary key,
  session varchar(255) character set utf8mb4 collate utf8mb4_bin null,
  subject varchar(255) character set utf8mb4 collate utf8mb4_bin null,
  at      datetime(6)  not null,
  key sign_out_session (session),
  key sign_out_subject (subject),
  check (session is not null or subject is not null)
);
