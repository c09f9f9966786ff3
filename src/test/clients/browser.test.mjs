// Clients in their default configuration, in pages of other origins than the server's, in Chromium.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const url = process.env.ROSTRUM_URL;
const origins = process.env.ROSTRUM_ORIGINS.split(',');
const headlines = { listed: `Written ${crypto.randomUUID()}`, unlisted: `Never written ${crypto.randomUUID()}` };
const settings = { url, token: process.env.ROSTRUM_TOKEN, article: process.env.ROSTRUM_ARTICLE, headlines };
const PAGE = '<!doctype html><title>Clients</title><body><script src="/clients.js"></script>';
const PATIENCE = { timeout: 30_000 };

execFileSync('node_modules/.bin/relay-compiler', { stdio: 'inherit' });
const bundle = await build({
  entryPoints: ['browser/page.js'],
  bundle: true,
  write: false,
  platform: 'browser',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});
const script = bundle.outputFiles[0].text;

async function serve(port) {
  const server = createServer((request, response) => request.url === '/clients.js'
    ? response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script)
    : response.setHeader('content-type', 'text/html').end(PAGE));
  await new Promise(resolve => server.listen(port, '127.0.0.1', resolve));
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  return server.address().port;
}

await serve(new URL(origins[0]).port);
const other = await serve(0);
const data = mkdtempSync(join(tmpdir(), 'rostrum-chromium-'));
const browser = await chromium.launchPersistentContext(data, {
  executablePath: process.env.ROSTRUM_CHROMIUM,
  headless: true,
  chromiumSandbox: false,
  args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--no-proxy-server', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
after(async () => {
  await browser.close();
  rmSync(data, { recursive: true, force: true });
});

async function open(address) {
  const page = await browser.newPage();
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  return page;
}

// One client for each kind of request: by GET and POST, as event streams and over websockets.
const KINDS = ['urql', 'graphql-ws', 'fetch by POST', 'fetch by GET, and EventSource'];
let writers = 0;

/** The cases of these clients, of all where none are named, on this page, each a test. */
async function all(title, page, listed, only) {
  await page.evaluate(each => window.clients.configure(each), settings);
  const names = await page.evaluate(each => window.clients.names(each), listed);
  const chosen = names.filter(([client]) => !only || only.includes(client));
  assert.equal(chosen.length, only?.length ?? names.length);
  writers += listed ? chosen.length : 0;
  for (const [client, cases] of chosen) {
    for (const name of cases) {
      test(`${title}: ${client} ${name}`, PATIENCE, () => page.evaluate(each => window.clients.run(...each), [listed, client, name]));
    }
  }
}

// To a browser the first is a page of another site than the server's, the second one of the same site.
await all('from another site, listed', await open(origins[0]), true);
await all('from the same site, listed', await open(origins[1]), true, KINDS);

// The server's own page is not listed, and needs not be.
const own = await open(new URL('/graphiql', url).href);
await own.evaluate(script);
await all('from the server itself', own, true, KINDS);

for (const host of ['localhost', '127.0.0.1']) {
  await all(`from ${host}, not listed`, await open(`http://${host}:${other}`), false);
}

test('listed pages have written, others have not', async () => {
  const written = async text => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'query($text: String!) { articles(filter: {text: $text}) { totalCount } }', variables: { text } }),
    });
    return (await response.json()).data.articles.totalCount;
  };
  assert.equal(await written(headlines.listed), writers);
  assert.equal(await written(headlines.unlisted), 0);
});
