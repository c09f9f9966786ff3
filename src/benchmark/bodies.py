#!/usr/bin/env python3
"""bodies.py PARAMS COUNTRIES OUT [PEER_OUT]: one request body for Rostrum a line, OUT/Q1.jsonl to OUT/Q5.jsonl; and for by_hand.py, PEER_OUT/Q1.jsonl to Q5.jsonl.

PARAMS has the peers' parameters, "Qn<TAB>variables as JSON" a line; COUNTRIES their countries, "id<TAB>code" a line.
"""
import json
import os
import sys

ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'


def typed(prefix, kind, number):
    """The TypeID of the key that export.sql makes of a peers' id."""
    value = int(f'00000000000{kind}70008000{number:012x}', 16)
    return prefix + '_' + ''.join(ALPHABET[value >> shift & 31] for shift in range(125, -1, -5))


here = os.path.dirname(os.path.abspath(__file__))
params, countries, out = sys.argv[1:4]
codes = dict(line.rstrip('\n').split('\t') for line in open(countries))
variables = {
    'Q1': lambda v: {'id': typed('claim', 4, v['id'])},
    'Q2': lambda v: v,
    'Q3': lambda v: {'id': typed('actor', 1, v['id'])},
    'Q4': lambda v: {**v, 'country': codes[str(v['country'])]},
    'Q5': lambda v: v,
}
texts = {q: open(os.path.join(here, 'queries', q + '.graphql')).read().strip() for q in variables}


def write(directory, body):
    os.makedirs(directory, exist_ok=True)
    files = {q: open(os.path.join(directory, q + '.jsonl'), 'w') for q in variables}
    for line in open(params):
        q, given = line.rstrip('\n').split('\t')
        files[q].write(json.dumps(body(q, json.loads(given))) + '\n')


write(out, lambda q, given: {'operationName': q, 'query': texts[q], 'variables': variables[q](given)})
if len(sys.argv) > 4:
    write(sys.argv[4], lambda q, given: {'query': q, 'variables': given})
