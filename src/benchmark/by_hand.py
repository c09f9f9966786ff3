#!/usr/bin/env python3
"""by_hand.py PORT: answers the five queries without GraphQL, from the database that peers.sql makes.

Listens on PORT for the bodies that bodies.py writes for peers: one SQL statement a query, whose JSON PostgreSQL builds. It is what
check.py compares Rostrum with; it runs psql for each request, so it is no server to measure.
PGHOST, PGPORT, PGUSER and PGDATABASE say where the database is.
"""
import json
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SPEAKER = "json_build_object('name', s.name, 'country', json_build_object('name', sc.name))"
SPEAKER_ISO = "json_build_object('name', s.name, 'country', json_build_object('name', sc.name, 'iso3', sc.iso3))"
ARTICLE = "json_build_object('title', a.title, 'url', a.url, 'publisher', a.publisher)"
FROM = 'from claim c join actor s on s.id = c.speaker_id join country sc on sc.id = s.country_id join article a on a.id = c.article_id'
EVENTS = """(select coalesce(json_agg({fields} order by e.date, e.id), '[]') from (select e.* from event e join claim_event ce on ce.event_id = e.id
  where ce.claim_id = c.id order by e.date, e.id limit {limit}) e join country ec on ec.id = e.country_id)"""
NEWEST = 'order by c.said_on desc, c.id desc'


def newest(fields, where, limit):
    return f"(select coalesce(json_agg(f order by o), '[]') from (select {fields} as f, row_number() over ({NEWEST}) as o {FROM} where {where} {NEWEST} limit {limit}) q)"


Q2_EVENTS = EVENTS.format(fields="json_build_object('type', e.type, 'date', e.date, 'country', json_build_object('name', ec.name))", limit=20)
Q3_EVENTS = EVENTS.format(fields="json_build_object('type', e.type)", limit=5)
RESPONDS_TO = f"""(select json_build_object('text', r.text, 'speaker', json_build_object('name', rs.name, 'country', json_build_object('name', rc.name)))
  from claim r join actor rs on rs.id = r.speaker_id join country rc on rc.id = rs.country_id where r.id = c.responds_to)"""
Q4_WHERE = "s.country_id = (v->>'country')::int and c.said_on between (v->>'from')::date and (v->>'to')::date"
QUERIES = {
    'Q1': f"select json_build_object('claim', json_build_object('text', c.text, 'saidOn', c.said_on, 'speaker', {SPEAKER_ISO}, 'article', {ARTICLE})) {FROM}, v"
          " where c.id = (v->>'id')::int",
    'Q2': "select json_build_object('claims', " + newest(f"json_build_object('text', c.text, 'saidOn', c.said_on, 'speaker', {SPEAKER_ISO}, 'article', {ARTICLE},"
          f" 'events', {Q2_EVENTS})", "c.said_on <= (v->>'before')::date", 50) + ') from v',
    'Q3': "select json_build_object('actor', json_build_object('name', h.name, 'country', json_build_object('name', hc.name), 'claims', "
          + newest(f"json_build_object('text', c.text, 'article', json_build_object('title', a.title), 'events', {Q3_EVENTS}, 'respondsTo', {RESPONDS_TO})",
                   'c.speaker_id = h.id', 20) + ")) from v, actor h join country hc on hc.id = h.country_id where h.id = (v->>'id')::int",
    'Q4': f"select json_build_object('claims', json_build_object('totalCount', (select count(*) {FROM} where {Q4_WHERE}), 'nodes', "
          + newest("json_build_object('text', c.text, 'saidOn', c.said_on, 'speaker', json_build_object('name', s.name), 'article', json_build_object('title', a.title))",
                   Q4_WHERE, 100) + ')) from v',
    'Q5': "select json_build_object('claims', " + newest(f"json_build_object('text', c.text, 'saidOn', c.said_on, 'speaker', {SPEAKER})",
          "to_tsvector('english', c.text) @@ plainto_tsquery('english', v->>'q')", 20) + ') from v',
}


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers['Content-Length'])))
        statement = f"with v as materialized (select :'given'::json as v) {QUERIES[asked['query']]};"
        found = subprocess.run(['psql', '-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', '-v', 'given=' + json.dumps(asked['variables'])],
                               input=statement, capture_output=True, text=True)
        body = f'{{"data": {found.stdout}}}' if found.returncode == 0 else json.dumps({'errors': [{'message': found.stderr}]})
        self.send_response(200)
        self.send_header('Content-Type', 'application/json')
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        pass


ThreadingHTTPServer(('127.0.0.1', int(sys.argv[1])), Handler).serve_forever()
