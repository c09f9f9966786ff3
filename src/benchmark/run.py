#!/usr/bin/env python3
"""run.py [--seconds N] [--warm N] [--rounds N] [--queries Q1,Q2] [--postmaster PID] NAME=URL=BODIES=PID ...

Each server in turn, 32 connections, with wrk: requests a second, milliseconds, and CPU seconds for 1000 requests of the server's
process (with its children) and of PostgreSQL (the postmaster with its children). BODIES is a directory with Q1.jsonl to Q5.jsonl,
PID the server's process. Servers answer errors with a status of 400 and more, where they can: those are counted.
"""
import argparse
import json
import os
import re
import statistics
import subprocess

here = os.path.dirname(os.path.abspath(__file__))
tick = os.sysconf('SC_CLK_TCK')


def cpu(root):
    """The CPU seconds of a process, of those it started, and of those that have ended."""
    table = {}
    for name in filter(str.isdigit, os.listdir('/proc')):
        try:
            fields = open(f'/proc/{name}/stat').read().rsplit(')', 1)[1].split()
        except OSError:
            continue
        table[int(name)] = int(fields[1]), int(fields[11]) + int(fields[12]), int(fields[13]) + int(fields[14])
    found, todo = [], [root]
    while todo:
        pid = todo.pop()
        found.append(pid)
        todo += [other for other, (parent, _, _) in table.items() if parent == pid]
    return (sum(table[pid][1] for pid in found if pid in table) + table[root][2]) / tick


def load(url, bodies, seconds, start):
    environment = {**os.environ, 'BODIES': bodies, 'START': str(start), 'ACCEPT': 'application/graphql-response+json, application/json;q=0.9'}
    run = subprocess.run(['wrk', '-t1', '-c32', f'-d{seconds}s', '--timeout', '30s', '-s', os.path.join(here, 'post.lua'), url],
                         env=environment, capture_output=True, text=True, check=True)
    return json.loads(re.search(r'RESULT (\{.*\})', run.stdout).group(1))


arguments = argparse.ArgumentParser()
arguments.add_argument('--seconds', type=int, default=8)
arguments.add_argument('--warm', type=int, default=30)
arguments.add_argument('--rounds', type=int, default=1)
arguments.add_argument('--queries', default='Q1,Q2,Q3,Q4,Q5')
arguments.add_argument('--postmaster', type=int)
arguments.add_argument('servers', nargs='+')
given = arguments.parse_args()
servers = [(name, url, bodies, int(pid)) for name, url, bodies, pid in (server.split('=') for server in given.servers)]
queries = given.queries.split(',')
for query in queries:
    for name, url, bodies, pid in servers:
        load(url, f'{bodies}/{query}.jsonl', given.warm, 0)
results = {}
for turn in range(given.rounds):
    for query in queries:
        for name, url, bodies, pid in servers[turn % len(servers):] + servers[:turn % len(servers)]:
            server, database = cpu(pid), cpu(given.postmaster) if given.postmaster else 0
            result = load(url, f'{bodies}/{query}.jsonl', given.seconds, 7919 * (turn + 1))
            thousands = result['requests'] / 1000
            result['server'] = (cpu(pid) - server) / thousands
            result['database'] = (cpu(given.postmaster) - database) / thousands if given.postmaster else 0
            results.setdefault((query, name), []).append(result)
for (query, name), runs in results.items():
    def middle(value):
        return statistics.median(value(run) for run in runs)
    print(f'{query} {name:12} {middle(lambda r: r["requests"] / r["us"] * 1e6):7.0f}/s  p50 {middle(lambda r: r["p50"]) / 1000:6.1f} ms'
          f'  p99 {middle(lambda r: r["p99"]) / 1000:6.1f} ms  CPU s/1000: server {middle(lambda r: r["server"]):.2f}'
          f' + database {middle(lambda r: r["database"]):.2f} = {middle(lambda r: r["server"] + r["database"]):.2f}'
          f'  errors {sum(run["errors"] for run in runs)}')
