-- What mentions are resolved by, why they were, and what belongs together.

-- Actors that only an article's words tell of are not confirmed until a person says so.
alter table actor add column confirmed boolean default true not null;
create index actor_confirmed on actor (confirmed, name_key, id);

-- Derived from persons' names and aliases: by what part of a name they are found, and by how that sounds (Daitch-Mokotoff).
create table actor_surname (
  actor_id uuid not null references actor,
  surname varchar(300) not null,
  sound varchar(10) not null,
  primary key (actor_id, surname)
);
create index actor_surname_surname on actor_surname (surname, actor_id);
create index actor_surname_sound on actor_surname (sound, actor_id);

-- Whether a place is a capital or the seat of its country's government, and so used for it.
alter table territory_name add column seat boolean default false not null;

-- What kind of office a post is, by its title: derived. A post that articles tell of has the first of them, and the days of its articles.
alter table affiliation add column office varchar(30);
alter table affiliation add column source_id uuid references article;
alter table affiliation add column attested_from date;
alter table affiliation add column attested_until date;
alter table affiliation add constraint affiliation_attested check ((attested_from is null) = (attested_until is null) and attested_until >= attested_from);
create index affiliation_country_office on affiliation (country_id, office);
create index affiliation_organization_office on affiliation (organization_id, office);
create index affiliation_source on affiliation (source_id);

-- Whether a machine read the claim; for whom the speaker speaks by the mention's own words; whom else the mention may have meant.
alter table claim add column extracted boolean default false not null;
alter table claim add column told_country_id uuid references actor;
alter table claim add column attribution_rule varchar(40);
alter table claim add column attribution_score double precision;
create table claim_candidate (
  id uuid primary key,
  claim_id uuid not null references claim,
  actor_id uuid not null references actor,
  score double precision not null check (score >= 0 and score <= 1),
  recorded_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint claim_candidate_once unique (claim_id, actor_id)
);
create index claim_candidate_actor on claim_candidate (actor_id);

-- Claims that report the same utterance have the same report; the bands of a claim's words find those that may.
alter table claim add column report_id uuid;
create index claim_report on claim (report_id, said_order, id);
create table claim_band (
  band bigint not null,
  claim_id uuid not null references claim,
  primary key (band, claim_id)
);
create index claim_band_claim on claim_band (claim_id);

alter table claim_link add column confidence double precision default 1 not null check (confidence >= 0 and confidence <= 1);
alter table claim_link add column extracted boolean default false not null;

-- Links that a machine read and a person took away: none is made again.
create table claim_link_refused (
  from_id uuid not null references claim,
  to_id uuid not null references claim,
  type varchar(14) not null,
  primary key (from_id, to_id, type)
);
create index claim_link_refused_to on claim_link_refused (to_id);

-- Where articles tell of events.
alter table event add column extracted boolean default false not null;
create table event_mention (
  id uuid primary key,
  event_id uuid not null references event,
  article_id uuid not null,
  body_length int not null,
  start_offset int not null,
  end_offset int not null,
  exact text not null,
  recorded_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint event_mention_in_article foreign key (article_id, body_length) references article (id, body_length),
  constraint event_mention_inside_body check (start_offset >= 0 and end_offset > start_offset and end_offset <= body_length),
  constraint event_mention_once unique (event_id, article_id, start_offset)
);
create index event_mention_article on event_mention (article_id, start_offset);

-- What a merge of two actors moved, so that it can be taken back: rows of the tables by their keys.
create table actor_merge_move (
  id uuid primary key,
  gone_id uuid not null references actor,
  stays_id uuid not null references actor,
  what varchar(20) not null,
  row_id uuid not null,
  detail varchar(300)
);
create index actor_merge_move_gone on actor_merge_move (gone_id);
