#!/usr/bin/env python3
"""writes.py [--writers 1,8] [--seconds N] [--warm N] [--people known,new] [--reads N] [--postmaster PID] [--pid PID] URL TOKEN

Articles of some 400 words, no two alike, with eight statements of office holders and two events of the week,
published on a thousand days, submitted side by side by so many writers: articles a second, milliseconds and CPU milliseconds of the
server (and PostgreSQL) for one. With people "new", two persons more speak, whom nobody knew. Beside them one reader asks so many times a second for a page of claims, and its milliseconds are told too.
"""
import argparse
import datetime
import http.client
import itertools
import json
import os
import random
import statistics
import threading
import time
from urllib.parse import urlsplit

here = os.path.dirname(os.path.abspath(__file__))
tick = os.sysconf('SC_CLK_TCK')
SUBMIT = '''mutation($article: SubmitArticleInput!) { submitArticle(input: $article) {
  article { id } claims { id speaker { name } } userErrors { message } } }'''
READ = '''{ claims(first: 20) { nodes { text saidOn speaker { name country { name } } article { headline publisher { name } } } } }'''
SPEAKERS = """Russian President Vladimir Putin;Kremlin spokesman Dmitry Peskov;Russian Foreign Minister Sergey Lavrov;Ukrainian President Volodymyr
Zelensky;French President Emmanuel Macron;Polish Prime Minister Donald Tusk;British Prime Minister Keir Starmer;Turkish President Recep Tayyip
Erdogan;Chinese Foreign Minister Wang Yi;Indian Prime Minister Narendra Modi;Italian Prime Minister Giorgia Meloni;Hungarian Prime Minister Viktor
Orban;Israeli Prime Minister Benjamin Netanyahu;NATO Secretary General Mark Rutte;European Commission President Ursula von der Leyen;U.S. President
Donald Trump;Secretary of State Marco Rubio;Finnish President Alexander Stubb;Egyptian President Abdel Fattah el-Sisi;Brazilian President Luiz
Inacio Lula da Silva""".replace("\n", " ").split(";")
WORDS = """border harbour ceasefire talks guarantees corridor grain pipeline tariff sanction observers prisoners exchange fleet reserve budget treaty
ministry council convoy hospital bridge airfield satellite refinery mediation framework ballot province minority language school fishing quota
railway customs payment loan debt audit inspection verification withdrawal brigade shelter winter energy summit delegation proposal deadline
paragraph signature commission court ruling appeal evidence witness archive memorial river valley island strait""".split()
VERBS = "protect extend postpone examine defend reject support finance restore publish monitor reopen divide rebuild close inspect".split()
DAYS = "Friday Saturday Sunday Monday Tuesday Wednesday Thursday".split()
# As an archive has them: were all of one week, every speaker would have said hundreds of things that day.
DAYS_IN_ALL = 1_000
EVENTS = ["{a} met {b} in {c} on {d}.", "{a} held a phone call with {b} on {d}.", "{a} arrived in {c} for talks with {b} on {d}."]
PLACES = "Ankara Geneva Riyadh Brussels Warsaw Vienna Doha Paris Helsinki Cairo".split()
SYLLABLES = 'ba da fe gi ho ka le mo na pe ri so tu va we zo'.split()
counter = itertools.count(random.randrange(1 << 30))


def cpu(root):
    """The CPU seconds of a process and of those that it started."""
    if not root:
        return 0
    table = {}
    for name in filter(str.isdigit, os.listdir('/proc')):
        try:
            fields = open(f'/proc/{name}/stat').read().rsplit(')', 1)[1].split()
        except OSError:
            continue
        table[int(name)] = int(fields[1]), sum(map(int, fields[11:15]))
    found = {root}
    for _ in range(4):
        found |= {pid for pid, (parent, _) in table.items() if parent in found}
    return sum(table[pid][1] for pid in found if pid in table) / tick


def name():
    number, word = next(counter), ''
    for _ in range(6):
        number, digit = divmod(number, len(SYLLABLES))
        word += SYLLABLES[digit]
    return word.capitalize()


def clause(words):
    parts = [random.choice(['we will', 'they must', 'nobody can', 'both sides should']), random.choice(VERBS), 'the']
    while len(parts) < words:
        parts += [random.choice(WORDS), random.choice(['of the', 'and the', 'before the', 'without the', 'near the'])]
    return ' '.join(parts[:-1])


def told(words):
    """A sentence in which nobody says anything."""
    parts = ['The', random.choice(WORDS), 'of the', random.choice(WORDS), 'was', random.choice(['closed', 'crowded', 'empty', 'repaired', 'flooded'])]
    while len(' '.join(parts).split()) < words:
        parts += [random.choice(['near the', 'behind the', 'beside the', 'because of the', 'despite the']), random.choice(WORDS)]
    return ' '.join(parts) + '.'


def article(people):
    number = next(counter)
    day = datetime.date(2025, 3, 13) - datetime.timedelta(days=random.randrange(DAYS_IN_ALL))
    speakers = random.sample(SPEAKERS, 6)
    body = []
    for speaker in speakers[:4]:
        last = speaker.split()[-1]
        body.append(f'“{clause(14).capitalize()},” {speaker} said on {random.choice(DAYS)}. {told(13)} {told(16)}')
        body.append(f'{last} added that {clause(12)}. {told(14)}')
    for new in range(2 if people == 'new' else 0):
        body.append(f'“{clause(10).capitalize()},” said Anton {name()}, the mayor of Kharkiv, on Thursday.')
    body.append(random.choice(EVENTS).format(a=speakers[0], b=speakers[4], c=random.choice(PLACES), d=random.choice(DAYS)))
    body.append(random.choice(EVENTS).format(a=speakers[1], b=speakers[5], c=random.choice(PLACES), d=random.choice(DAYS)))
    return {'url': f'https://benchmark.example/{number}', 'headline': f'Number {number}', 'publisher': f'Benchmark Press {number % 50}',
            'publishedAt': day.strftime('%Y-%m-%dT20:00:00Z'), 'body': '\n'.join(body)}


class Client:
    def __init__(self, url, token):
        at = urlsplit(url)
        self.path, self.token = at.path, token
        self.connection = http.client.HTTPConnection(at.hostname, at.port, timeout=60)

    def send(self, query, variables=None):
        body = json.dumps({'query': query, 'variables': variables or {}})
        headers = {'Content-Type': 'application/json', 'Accept': 'application/json'}
        if self.token:
            headers['Authorization'] = 'Bearer ' + self.token
        start = time.perf_counter()
        self.connection.request('POST', self.path, body, headers)
        answer = json.loads(self.connection.getresponse().read())
        return answer, (time.perf_counter() - start) * 1000


def run(given, writers, people, seconds):
    end = time.time() + seconds
    times, reads, failed = [], [], []

    def write():
        client = Client(given.url, given.token)
        while time.time() < end:
            answer, took = client.send(SUBMIT, {'article': article(people)})
            if answer.get('errors') or answer['data']['submitArticle']['userErrors']:
                failed.append(json.dumps(answer)[:300])
            times.append(took)

    def read():
        client, due = Client(given.url, None), time.time()
        while time.time() < end:
            due += 1 / given.reads
            answer, took = client.send(READ)
            if answer.get('errors'):
                failed.append(json.dumps(answer)[:300])
            reads.append(took)
            time.sleep(max(0, due - time.time()))

    before = cpu(given.pid), cpu(given.postmaster)
    threads = [threading.Thread(target=write) for _ in range(writers)] + [threading.Thread(target=read)] * bool(given.reads)
    start = time.time()
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    took = time.time() - start
    return times, reads, failed, took, cpu(given.pid) - before[0], cpu(given.postmaster) - before[1]


def rank(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] if values else float('nan')


arguments = argparse.ArgumentParser()
arguments.add_argument('--writers', default='1,8')
arguments.add_argument('--people', default='known,new')
arguments.add_argument('--seconds', type=int, default=20)
arguments.add_argument('--warm', type=int, default=30)
arguments.add_argument('--reads', type=int, default=20)
arguments.add_argument('--pid', type=int)
arguments.add_argument('--postmaster', type=int)
arguments.add_argument('url')
arguments.add_argument('token')
given = arguments.parse_args()
if given.warm:
    run(given, 4, 'new', given.warm)
for people in given.people.split(','):
    for writers in map(int, given.writers.split(',')):
        times, reads, failed, took, server, database = run(given, writers, people, given.seconds)
        print(f'{people:5} people, {writers} writers: {len(times) / took:6.1f} articles/s  p50 {statistics.median(times):6.1f} ms  p99 {rank(times, .99):7.1f} ms'
              f'  CPU ms each: server {1000 * server / len(times):.1f} + database {1000 * database / len(times):.1f}'
              f'  reads: p50 {rank(reads, .5):.1f} ms p99 {rank(reads, .99):.1f} ms  failed {len(failed)}', flush=True)
        if failed:
            print('  first failure:', failed[0])
