-- Reads the CSV files of export.sql, in the current directory, into an H2 database that Rostrum has made its schema in, and
-- which loses what was there. While Rostrum does not run:
--   java -cp h2.jar org.h2.tools.RunScript -url "jdbc:h2:file:/path/to/rostrum;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH" -user rostrum -password rostrum -script load-h2.sql
set referential_integrity false;
truncate table actor; truncate table actor_alias; truncate table affiliation; truncate table article; truncate table evidence; truncate table claim;
truncate table claim_link; truncate table event; truncate table event_participant; truncate table event_claim; truncate table territory_name; truncate table change_entry;
truncate table actor_surname; truncate table claim_candidate; truncate table claim_band; truncate table claim_link_refused; truncate table event_mention; truncate table actor_merge_move;
insert into actor (id, kind, name, name_key, wikidata_id, country_id, alpha2, alpha3, demonym, merged_into, recorded_at, updated_at, recorded_by)
  select id, kind, name, name_key, wikidata_id, country_id, alpha2, alpha3, demonym, merged_into, recorded_at, updated_at, recorded_by from csvread('actor.csv', null, 'caseSensitiveColumnNames=true');
insert into article (id, url, headline, publisher_id, published_at, language, body, body_length, body_hash, recorded_at, updated_at, recorded_by)
  select id, url, headline, publisher_id, published_at, language, body, body_length, body_hash, recorded_at, updated_at, recorded_by from csvread('article.csv', null, 'caseSensitiveColumnNames=true');
insert into evidence (id, claim_id, article_id, body_length, start_offset, end_offset, exact, prefix, suffix, recorded_at, updated_at)
  select id, claim_id, article_id, body_length, start_offset, end_offset, exact, '', '', recorded_at, updated_at from csvread('evidence.csv', null, 'caseSensitiveColumnNames=true');
insert into claim (id, article_id, first_evidence_id, text, kind, cue, act, speaker_id, speaker_mention, capacity_id, country_id, addressee_id, addressee_mention, said_on, said_on_precision, said_on_basis, said_order, confidence, review, position_in_body, recorded_at, updated_at, recorded_by, reviewed_by, reviewed_at)
  select id, article_id, first_evidence_id, text, kind, cue, act, speaker_id, speaker_mention, capacity_id, country_id, addressee_id, addressee_mention, said_on, said_on_precision, said_on_basis, said_order, confidence, review, position_in_body, recorded_at, updated_at, recorded_by, reviewed_by, reviewed_at from csvread('claim.csv', null, 'caseSensitiveColumnNames=true');
insert into claim_link (id, from_id, to_id, type, recorded_at, updated_at, recorded_by)
  select id, from_id, to_id, type, recorded_at, updated_at, recorded_by from csvread('claim_link.csv', null, 'caseSensitiveColumnNames=true');
insert into event (id, type, title, date, date_precision, end_date, date_order, country_id, place, recorded_at, updated_at, recorded_by)
  select id, type, title, date, date_precision, end_date, date_order, country_id, place, recorded_at, updated_at, recorded_by from csvread('event.csv', null, 'caseSensitiveColumnNames=true');
insert into event_claim (event_id, claim_id) select event_id, claim_id from csvread('event_claim.csv', null, 'caseSensitiveColumnNames=true');
insert into event_participant (id, event_id, actor_id, role, recorded_at, updated_at)
  select id, event_id, actor_id, role, recorded_at, updated_at from csvread('event_participant.csv', null, 'caseSensitiveColumnNames=true');
set referential_integrity true;
analyze;
shutdown;
