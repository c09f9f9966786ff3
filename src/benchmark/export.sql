-- Writes the peers' data set as one CSV file for each of Rostrum's tables, into the current directory:
--   psql -X -v ON_ERROR_STOP=1 -f export.sql   (with PGHOST, PGPORT, PGUSER and PGDATABASE of the peers' database)
-- Keys are made of the peers' ids, so that they sort alike. A claim's time of recording follows the day of the saying and
-- then its id: what a search gives first is then the same.
set timezone = 'UTC';
create function pg_temp.key(kind int, id bigint) returns text language sql immutable as
$$ select '00000000-000' || kind || '-7000-8000-' || lpad(to_hex(id), 12, '0') $$;
create function pg_temp.at(t timestamptz) returns text language sql stable as
$$ select to_char(t, 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') $$;
create function pg_temp.type_of(t text) returns text language sql immutable as
$$ select case t when 'Fight' then 'ASSAULT' when 'Appeal' then 'REQUEST' when 'Investigate' then 'REQUEST' when 'Demand' then 'REQUEST'
     when 'Yield' then 'CONCEDE' when 'Disapprove' then 'ACCUSE' when 'Praise' then 'SUPPORT' when 'Mobilise' then 'MOBILIZE' else upper(t) end $$;
create temp table began as select pg_temp.at('2020-12-01') as at;
create temp table publisher as select name, 90000000 + row_number() over (order by name) as id from (select distinct publisher as name from article) p;

-- psql's \copy takes one line; these views say what goes into each file.
create temp view out_actor as
  select pg_temp.key(1, a.id) as id, case a.kind when 'country' then 'COUNTRY' when 'person' then 'PERSON' else 'ORGANIZATION' end as kind, a.name,
    lower(a.name) as name_key, null as wikidata_id, case when a.kind <> 'country' then pg_temp.key(1, a.country_id) end as country_id,
    case when a.kind = 'country' then upper(lpad(to_hex(a.id), 2, '0')) end as alpha2, case when a.kind = 'country' then c.iso3 end as alpha3,
    null as demonym, null as merged_into, at as recorded_at, at as updated_at, 'rostrum' as recorded_by
  from began, actor a left join country c on c.id = a.id
  union all
  select pg_temp.key(1, p.id), 'ORGANIZATION', p.name, lower(p.name), null, null, null, null, null, null, at, at, 'rostrum' from began, publisher p;
create temp view out_article as
  select pg_temp.key(2, a.id) as id, a.url, a.title as headline, pg_temp.key(1, p.id) as publisher_id, pg_temp.at(a.published_at) as published_at,
    'en' as language, a.body, length(a.body) as body_length, lpad(to_hex(a.id), 64, '0') as body_hash, at as recorded_at, at as updated_at, 'rostrum' as recorded_by
  from began, article a join publisher p on p.name = a.publisher;
create temp view placed as
  select c.*, length(a.body) as body_length, greatest(0, least(c.start_off, length(a.body) - length(c.text))) as start_at,
    pg_temp.at(c.said_on + c.id * interval '1 microsecond') as recorded
  from claim c join article a on a.id = c.article_id;
create temp view out_evidence as
  select pg_temp.key(3, id) as id, pg_temp.key(4, id) as claim_id, pg_temp.key(2, article_id) as article_id, body_length, start_at as start_offset,
    least(body_length, start_at + length(text)) as end_offset, text as exact, '' as prefix, '' as suffix, recorded as recorded_at, recorded as updated_at
  from placed;
create temp view out_claim as
  select pg_temp.key(4, c.id) as id, pg_temp.key(2, c.article_id) as article_id, pg_temp.key(3, c.id) as first_evidence_id, c.text,
    case c.kind when 'quote' then 'DIRECT' else 'INDIRECT' end as kind, 'said' as cue, 'STATE' as act, pg_temp.key(1, c.speaker_id) as speaker_id,
    a.name as speaker_mention, null as capacity_id, pg_temp.key(1, a.country_id) as country_id, null as addressee_id, null as addressee_mention,
    c.said_on, 'DAY' as said_on_precision, 'TOLD' as said_on_basis, c.said_on as said_order, 0.9 as confidence, 'EXTRACTED' as review, c.start_at as position_in_body,
    c.recorded as recorded_at, c.recorded as updated_at, 'rostrum' as recorded_by, null as reviewed_by, null as reviewed_at
  from placed c join actor a on a.id = c.speaker_id;
create temp view out_claim_link as
  select pg_temp.key(5, c.id) as id, pg_temp.key(4, c.id) as from_id, pg_temp.key(4, c.responds_to) as to_id, 'REPLIES_TO' as type,
    at as recorded_at, at as updated_at, 'rostrum' as recorded_by
  from began, claim c where c.responds_to is not null;
create temp view out_event as
  select pg_temp.key(6, e.id) as id, pg_temp.type_of(e.type) as type, e.type || ' ' || e.id as title, e.date, 'DAY' as date_precision, null as end_date,
    e.date as date_order, pg_temp.key(1, e.country_id) as country_id, null as place, at as recorded_at, at as updated_at, 'rostrum' as recorded_by
  from began, event e;
create temp view out_event_claim as
  select pg_temp.key(6, event_id) as event_id, pg_temp.key(4, claim_id) as claim_id from claim_event;
create temp view out_event_participant as
  select pg_temp.key(7, event_id::bigint * 100000 + actor_id) as id, pg_temp.key(6, event_id) as event_id, pg_temp.key(1, actor_id) as actor_id,
    case role when 'source' then 'SOURCE' when 'target' then 'TARGET' when 'host' then 'HOST' else 'OTHER' end as role, at as recorded_at, at as updated_at
  from began, event_actor;

\copy (select * from out_actor order by kind, id) to 'actor.csv' csv header
\copy (select * from out_article order by id) to 'article.csv' csv header
\copy (select * from out_evidence order by id) to 'evidence.csv' csv header
\copy (select * from out_claim order by id) to 'claim.csv' csv header
\copy (select * from out_claim_link order by id) to 'claim_link.csv' csv header
\copy (select * from out_event order by id) to 'event.csv' csv header
\copy (select * from out_event_claim order by event_id, claim_id) to 'event_claim.csv' csv header
\copy (select * from out_event_participant order by id) to 'event_participant.csv' csv header
