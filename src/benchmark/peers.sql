-- Makes a data set for the comparison: the tables that export.sql reads, filled with generated rows, and the parameters of the
-- queries, params.tsv and countries.tsv, in the current directory. The same rows each time; 100,000 articles take some minutes.
--   psql -X -v ON_ERROR_STOP=1 -v articles=100000 -d bench -f peers.sql
\if :{?articles} \else \set articles 100000 \endif
\set QUIET on
set synchronous_commit = off;
set timezone = 'UTC';

create table country (id int primary key, iso3 text not null unique, name text not null);
create table actor (id int primary key, kind text not null, name text not null, country_id int not null references country);
create table article (id int primary key, publisher text not null, published_at timestamptz not null, title text not null, url text not null unique, body text not null);
create table claim (id int primary key, article_id int not null references article, speaker_id int not null references actor, kind text not null, text text not null,
  said_on date not null, start_off int not null, responds_to int references claim);
create table event (id int primary key, type text not null, date date not null, country_id int not null references country);
create table claim_event (claim_id int not null references claim, event_id int not null references event, primary key (claim_id, event_id));
create table event_actor (event_id int not null references event, actor_id int not null references actor, role text not null, primary key (event_id, actor_id));

-- A number from 0 to below n that follows from i and what it is for, small ones more often than large ones.
create function pg_temp.pick(i bigint, what text, n int) returns int language sql immutable as
$$ select floor(n * ((hashtextextended(what || i, 0) & 1048575) / 1048576.0) ^ 1.5)::int $$;
create function pg_temp.word(i bigint, what text) returns text language sql immutable as
$$ select (array['ceasefire', 'border', 'talks', 'sanctions', 'minister', 'parliament', 'grain', 'harbour', 'treaty', 'budget', 'energy', 'railway', 'election', 'summit',
  'convoy', 'corridor', 'mediation', 'tariff', 'refugees', 'satellite'])[1 + pg_temp.pick(i, what, 20)] $$;
create function pg_temp.words(i bigint, what text, n int) returns text language sql immutable as
$$ select string_agg(pg_temp.word(i * 64 + k, what), ' ' order by k) from generate_series(1, n) k $$;

insert into country select i, 'Q' || chr(65 + i / 26) || chr(65 + i % 26), 'Country ' || i from generate_series(1, 200) i;
insert into actor select id, 'country', name, id from country;
insert into actor select 200 + i, case i % 10 when 0 then 'organisation' else 'person' end, 'Actor ' || i, 1 + pg_temp.pick(i, 'country', 200)
  from generate_series(1, greatest(20, :articles / 5)) i;
insert into article select i, 'Publisher ' || i % 30, timestamptz '2021-01-01' + i * (interval '4 years' / :articles), pg_temp.words(i, 'title', 6), 'https://peers.example/' || i,
    pg_temp.words(i, 'body', 60)
  from generate_series(1, :articles) i;
insert into claim select i, a.id, 1 + pg_temp.pick(i, 'speaker', 200 + greatest(20, :articles / 5)), case i % 3 when 0 then 'quote' else 'paraphrase' end,
    pg_temp.words(i, 'claim', 9), a.published_at::date - pg_temp.pick(i, 'day', 4), pg_temp.pick(i, 'start', 200), case when i > 8 and i % 4 = 0 then i - 7 end
  from generate_series(1, 4 * :articles) i join article a on a.id = 1 + (i - 1) / 4;
insert into event select i, (array['Fight', 'Consult', 'Aid', 'Sanction', 'Praise', 'Protest', 'Demand', 'Mobilise', 'Agree', 'Reject'])[1 + pg_temp.pick(i, 'type', 10)],
    date '2021-01-01' + pg_temp.pick(i, 'date', 1461), 1 + pg_temp.pick(i, 'place', 200)
  from generate_series(1, greatest(10, 3 * :articles / 10)) i;
insert into claim_event select distinct 1 + pg_temp.pick(i, 'of', 4 * :articles), 1 + pg_temp.pick(i, 'about', greatest(10, 3 * :articles / 10))
  from generate_series(1, 6 * :articles) i;
insert into event_actor select distinct on (e.id, 1) e.id, 1 + pg_temp.pick(e.id, 'participant', 200 + greatest(20, :articles / 5)), 'source' from event e;
create index claim_said_on on claim (said_on desc, id desc);
create index claim_speaker on claim (speaker_id, said_on desc, id desc);
create index claim_event_event on claim_event (event_id);
analyze;

\copy (select id, iso3 from country order by id) to 'countries.tsv'
create temp view parameters as
  select 'Q1' as query, i, json_build_object('id', 1 + pg_temp.pick(i, 'q1', (select count(*)::int from claim))) as variables from generate_series(1, 1000) i
  union all select 'Q2', i, json_build_object('before', date '2022-01-01' + pg_temp.pick(i, 'q2', 1000)) from generate_series(1, 1000) i
  union all select 'Q3', i, json_build_object('id', 201 + pg_temp.pick(i, 'q3', (select count(*)::int - 200 from actor))) from generate_series(1, 1000) i
  union all select 'Q4', i, json_build_object('country', 1 + pg_temp.pick(i, 'q4', 200), 'from', day, 'to', day + 60)
    from generate_series(1, 1000) i, lateral (select date '2021-02-01' + pg_temp.pick(i, 'q4 day', 1300)) d(day)
  union all select 'Q5', i, json_build_object('q', pg_temp.word(i, 'q5')) from generate_series(1, 1000) i;
\copy (select query, variables from parameters order by query, i) to 'params.tsv'
