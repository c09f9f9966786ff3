#!/usr/bin/env python3
"""check.py N PEER_URL PEER_BODIES ROSTRUM_URL ROSTRUM_BODIES: the same N parameters of each query to both; the answers must be equal.

Where the schemas differ, Rostrum's answer is put into the peers' form: a list's nodes are the list, a publisher is its name,
types of events are compared as export.sql translates them, and what the query had to ask for in another way is taken out.
Actors that are countries are left out of Q3: Rostrum lists what was said for a country, the peers what it said itself.
"""
import json
import sys
import time
import urllib.error
import urllib.request

TYPES = {'FIGHT': 'ASSAULT', 'APPEAL': 'REQUEST', 'INVESTIGATE': 'REQUEST', 'DEMAND': 'REQUEST', 'YIELD': 'CONCEDE',
         'DISAPPROVE': 'ACCUSE', 'PRAISE': 'SUPPORT', 'MOBILISE': 'MOBILIZE'}


def ask(url, body):
    request = urllib.request.Request(url, body.encode(), {'Content-Type': 'application/json', 'Accept': 'application/json'})
    for attempt in range(100):
        try:
            answer = json.load(urllib.request.urlopen(request, timeout=60))
            break
        except urllib.error.URLError as e:
            # The server may have only just been started.
            if attempt == 99 or not isinstance(e.reason, ConnectionRefusedError):
                raise
            time.sleep(.1)
    if answer.get('errors'):
        raise SystemExit(f'{body}\n{answer["errors"]}')
    return answer['data']


def peers_form(value):
    if isinstance(value, list):
        return [peers_form(item) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {'nodes'}:
        return peers_form(value['nodes'])
    return {key: item['name'] if key == 'publisher' else peers_form(item) for key, item in value.items()}


def common_form(value):
    if isinstance(value, list):
        return [common_form(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: TYPES.get(item.upper(), item.upper()) if key == 'type' else common_form(item) for key, item in value.items()}


count = int(sys.argv[1])
wrong = 0
for q in ('Q1', 'Q2', 'Q3', 'Q4', 'Q5'):
    theirs = open(f'{sys.argv[3]}/{q}.jsonl').read().splitlines()
    ours = open(f'{sys.argv[5]}/{q}.jsonl').read().splitlines()
    equal = asked = 0
    for i in range(0, len(theirs), max(1, len(theirs) // count)):
        if q == 'Q3' and json.loads(theirs[i])['variables']['id'] <= 200:
            continue
        expected = common_form(ask(sys.argv[2], theirs[i]))
        actual = common_form(peers_form(ask(sys.argv[4], ours[i])))
        if q == 'Q5':
            actual = {'claims': actual['search']}
        asked += 1
        if expected == actual:
            equal += 1
        else:
            wrong += 1
            if wrong < 4:
                print(theirs[i][-90:], json.dumps(expected)[:600], json.dumps(actual)[:600], sep='\n')
    print(f'{q}: {equal} of {asked} equal')
sys.exit(1 if wrong else 0)
