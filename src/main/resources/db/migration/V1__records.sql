-- The records: articles, actors, claims, events and the links between them. Runs on H2 2 and PostgreSQL 15 alike.
-- Checks say "= any (array[…])" where "in (…)" would be shorter: H2 2.4 evaluates the latter in the session that made the
-- table, and refuses every row once that connection is closed.

create table actor (
  id uuid primary key,
  kind varchar(12) not null check (kind = any (array['PERSON', 'ORGANIZATION', 'GROUP', 'COUNTRY'])),
  name varchar(300) not null,
  -- lower case, without accents: what names are sorted and compared by
  name_key varchar(300) not null,
  wikidata_id varchar(12),
  -- the country that a person is of, an organisation sits in or a group comes from, where no dated post says more
  country_id uuid references actor,
  alpha2 varchar(2) unique,
  alpha3 varchar(3) unique,
  demonym varchar(100),
  -- after a merge: the actor that this one turned out to be
  merged_into uuid references actor,
  recorded_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint actor_country_has_codes check ((kind = 'COUNTRY') = (alpha2 is not null) and (alpha2 is null) = (alpha3 is null)),
  constraint actor_not_merged_into_itself check (merged_into <> id)
);
create index actor_name on actor (name_key, id);
create index actor_kind_name on actor (kind, name_key, id);
create index actor_recorded on actor (recorded_at, id);
create index actor_updated on actor (updated_at, id);
create index actor_country on actor (country_id, name_key, id);
create index actor_wikidata on actor (wikidata_id);
create index actor_merged on actor (merged_into);

create table actor_alias (
  id uuid primary key,
  actor_id uuid not null references actor,
  alias varchar(300) not null,
  alias_key varchar(300) not null,
  recorded_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint actor_alias_once unique (actor_id, alias)
);
create index actor_alias_key on actor_alias (alias_key);

create table affiliation (
  id uuid primary key,
  actor_id uuid not null references actor,
  title varchar(300) not null,
  organization_id uuid references actor,
  country_id uuid references actor,
  from_date date,
  until_date date,
  -- what lists are ordered by: from_date, or 1583-01-01, the first full year of the Gregorian calendar: JDBC drivers shift earlier days
  from_order date not null,
  recorded_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint affiliation_ends_after_it_starts check (until_date >= from_date),
  constraint affiliation_from_order check (from_order = coalesce(from_date, date '1583-01-01'))
);
create index affiliation_actor on affiliation (actor_id, from_order, id);
create index affiliation_organization on affiliation (organization_id, from_order, id);
create index affiliation_country on affiliation (country_id, from_order, id);

create table article (
  id uuid primary key,
  url varchar(2000) unique,
  headline varchar(500) not null,
  publisher_id uuid not null references actor,
  published_at timestamp(6) with time zone not null,
  language varchar(35) not null,
  body text not null,
  -- in UTF-16 code units, the unit of all offsets
  body_length int not null,
  body_hash varchar(64) not null unique,
  recorded_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint article_body_length check (body_length > 0 and body_length >= char_length(body)),
  constraint article_id_length unique (id, body_length)
);
create index article_published on article (published_at, id);
create index article_publisher on article (publisher_id, published_at, id);
create index article_language on article (language, published_at, id);
create index article_recorded on article (recorded_at, id);
create index article_updated on article (updated_at, id);

-- Evidence is written before its claim, and a claim names its first evidence: so none is without.
create table evidence (
  id uuid primary key,
  claim_id uuid not null,
  article_id uuid not null,
  body_length int not null,
  start_offset int not null,
  end_offset int not null,
  exact text not null,
  prefix varchar(100) not null,
  suffix varchar(100) not null,
  recorded_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint evidence_in_article foreign key (article_id, body_length) references article (id, body_length),
  constraint evidence_inside_body check (start_offset >= 0 and end_offset > start_offset and end_offset <= body_length),
  constraint evidence_of_claim unique (id, claim_id, article_id)
);
create index evidence_claim on evidence (claim_id, start_offset);
create index evidence_article on evidence (article_id);

create table claim (
  id uuid primary key,
  article_id uuid not null references article,
  first_evidence_id uuid not null,
  text text not null,
  kind varchar(8) not null check (kind = any (array['DIRECT', 'INDIRECT', 'MIXED'])),
  cue varchar(200),
  act varchar(20),
  speaker_id uuid references actor,
  speaker_mention varchar(500),
  capacity_id uuid references affiliation,
  country_id uuid references actor,
  addressee_id uuid references actor,
  addressee_mention varchar(500),
  said_on date,
  said_on_precision varchar(8) not null check (said_on_precision = any (array['DAY', 'MONTH', 'YEAR', 'UNKNOWN'])),
  -- what lists are ordered by: said_on, or 1583-01-01, the first full year of the Gregorian calendar: JDBC drivers shift earlier days
  said_order date not null,
  confidence double precision not null check (confidence >= 0 and confidence <= 1),
  review varchar(10) not null check (review = any (array['EXTRACTED', 'CONFIRMED', 'CORRECTED', 'REJECTED'])),
  -- where the evidence begins
  position_in_body int not null,
  recorded_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint claim_has_evidence foreign key (first_evidence_id, id, article_id) references evidence (id, claim_id, article_id),
  constraint claim_date_known check ((said_on is null) = (said_on_precision = 'UNKNOWN')),
  constraint claim_said_order check (said_order = coalesce(said_on, date '1583-01-01'))
);
create index claim_said on claim (said_order, id);
create index claim_recorded on claim (recorded_at, id);
create index claim_updated on claim (updated_at, id);
create index claim_confidence on claim (confidence, id);
create index claim_position on claim (position_in_body, id);
create index claim_article on claim (article_id, position_in_body, id);
create index claim_speaker on claim (speaker_id, said_order, id);
create index claim_country on claim (country_id, said_order, id);
create index claim_addressee on claim (addressee_id, said_order, id);
create index claim_capacity on claim (capacity_id);
create index claim_kind on claim (kind, said_order, id);
create index claim_act on claim (act, said_order, id);
create index claim_review on claim (review, said_order, id);

create table claim_link (
  id uuid primary key,
  from_id uuid not null references claim,
  to_id uuid not null references claim,
  type varchar(14) not null check (type = any (array['REPLIES_TO', 'AGREES_WITH', 'DISAGREES_WITH', 'DISPUTES', 'CONFIRMS', 'CORRECTS', 'RETRACTS', 'SUPPORTS'])),
  recorded_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint claim_link_once unique (from_id, to_id, type),
  constraint claim_link_between_two check (from_id <> to_id)
);
create index claim_link_from on claim_link (from_id, type, recorded_at, id);
create index claim_link_to on claim_link (to_id, type, recorded_at, id);

create table event (
  id uuid primary key,
  type varchar(10) not null check (type = any (array['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN',
     'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'])),
  title varchar(500) not null,
  date date,
  date_precision varchar(8) not null check (date_precision = any (array['DAY', 'MONTH', 'YEAR', 'UNKNOWN'])),
  end_date date,
  date_order date not null,
  country_id uuid references actor,
  place varchar(300),
  recorded_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint event_date_known check ((date is null) = (date_precision = 'UNKNOWN')),
  constraint event_ends_after_it_starts check (end_date is null or (date is not null and end_date >= date)),
  constraint event_date_order check (date_order = coalesce(date, date '1583-01-01'))
);
create index event_date on event (date_order, id);
create index event_type on event (type, date_order, id);
create index event_country on event (country_id, date_order, id);
create index event_recorded on event (recorded_at, id);
create index event_updated on event (updated_at, id);

create table event_participant (
  id uuid primary key,
  event_id uuid not null references event,
  actor_id uuid not null references actor,
  role varchar(6) not null check (role = any (array['SOURCE', 'TARGET', 'HOST', 'OTHER'])),
  recorded_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint event_participant_once unique (event_id, actor_id, role)
);
create index event_participant_actor on event_participant (actor_id, event_id);

create table event_claim (
  event_id uuid not null references event,
  claim_id uuid not null references claim,
  primary key (event_id, claim_id)
);
create index event_claim_claim on event_claim (claim_id, event_id);

-- Which version of which reference file the database holds.
create table reference_file (
  name varchar(100) primary key,
  checksum varchar(64) not null
);

-- States, regions and dependencies by name, for places named in the news.
create table territory_name (
  name_key varchar(300) not null,
  country_id uuid not null references actor,
  primary key (name_key, country_id)
);

-- What a search looks through, until a search index takes its place.
create view search_hit as
  select id, recorded_at, updated_at, 'CLAIM' as kind, lower(text) as words from claim where review <> 'REJECTED'
  union all
  select id, recorded_at, updated_at, 'ARTICLE', lower(headline) || ' ' || lower(body) from article
  union all
  select id, recorded_at, updated_at, 'EVENT', lower(title) || ' ' || lower(coalesce(place, '')) from event
  union all
  select a.id, a.recorded_at, a.updated_at, 'ACTOR', lower(a.name) || ' ' || coalesce(l.aliases, '')
  from actor a
  left join (select actor_id, string_agg(lower(alias), ' ') as aliases from actor_alias group by actor_id) l on l.actor_id = a.id
  where a.merged_into is null;
