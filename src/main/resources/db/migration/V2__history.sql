-- Who recorded what, and every change since. Times of changes follow the order of commits: see change_clock.

alter table actor add column recorded_by varchar(200) default 'rostrum' not null;
alter table article add column recorded_by varchar(200) default 'rostrum' not null;
alter table claim add column recorded_by varchar(200) default 'rostrum' not null;
alter table claim add column reviewed_by varchar(200);
alter table claim add column reviewed_at timestamp(6) with time zone;
alter table claim_link add column recorded_by varchar(200) default 'rostrum' not null;
alter table event add column recorded_by varchar(200) default 'rostrum' not null;

-- One row for each thing that a transaction changed. Things may be deleted; their changes stay.
create table change_entry (
  id uuid primary key,
  kind varchar(10) not null check (kind = any (array['CLAIM', 'EVENT', 'ACTOR', 'ARTICLE'])),
  subject_id uuid not null,
  action varchar(10) not null check (action = any (array['RECORDED', 'UPDATED', 'REVIEWED', 'LINKED', 'UNLINKED', 'MERGED', 'DELETED'])),
  changed_by varchar(200) not null,
  -- a JSON array of {field, before, after}
  fields text not null,
  recorded_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint change_entry_once unique (recorded_at, subject_id)
);
create index change_entry_subject on change_entry (subject_id, recorded_at, id);
create index change_entry_kind on change_entry (kind, recorded_at, subject_id);

-- The time of the last change. A transaction takes the row at its end and keeps it until it is committed, so a later time
-- is never visible before an earlier one: whoever has read up to a time has missed nothing before it.
create table change_clock (
  id int primary key check (id = 1),
  last_change timestamp(6) with time zone not null
);
insert into change_clock (id, last_change) values (1, timestamp with time zone '1970-01-01 00:00:00+00');
