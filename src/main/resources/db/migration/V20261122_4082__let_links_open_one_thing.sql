-- a right of somebody who is no member of the project: it opens what it is about
alter table personal_link add column guest boolean not null default false;
