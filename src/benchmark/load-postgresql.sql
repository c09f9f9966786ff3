-- Reads the CSV files of export.sql, in the current directory, into a database that Rostrum has made its schema in, and which
-- loses what was there. As a superuser, while Rostrum does not run:
--   psql -X -v ON_ERROR_STOP=1 -f load-postgresql.sql
\set QUIET on
set client_min_messages = warning;
set synchronous_commit = off;
-- The files are consistent; checking each of two million rows for that takes most of the time.
set session_replication_role = replica;
-- With everything that refers to them.
truncate actor, article, event, change_entry cascade;
\copy actor (id, kind, name, name_key, wikidata_id, country_id, alpha2, alpha3, demonym, merged_into, recorded_at, updated_at, recorded_by) from 'actor.csv' csv header
\copy article (id, url, headline, publisher_id, published_at, language, body, body_length, body_hash, recorded_at, updated_at, recorded_by) from 'article.csv' csv header
\copy evidence (id, claim_id, article_id, body_length, start_offset, end_offset, exact, prefix, suffix, recorded_at, updated_at) from 'evidence.csv' csv header
\copy claim (id, article_id, first_evidence_id, text, kind, cue, act, speaker_id, speaker_mention, capacity_id, country_id, addressee_id, addressee_mention, said_on, said_on_precision, said_on_basis, said_order, confidence, review, position_in_body, recorded_at, updated_at, recorded_by, reviewed_by, reviewed_at) from 'claim.csv' csv header
\copy claim_link (id, from_id, to_id, type, recorded_at, updated_at, recorded_by) from 'claim_link.csv' csv header
\copy event (id, type, title, date, date_precision, end_date, date_order, country_id, place, recorded_at, updated_at, recorded_by) from 'event.csv' csv header
\copy event_claim (event_id, claim_id) from 'event_claim.csv' csv header
\copy event_participant (id, event_id, actor_id, role, recorded_at, updated_at) from 'event_participant.csv' csv header
vacuum (analyze, freeze);
