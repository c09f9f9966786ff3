// What a page runs: its list of cases, and one of them at a time, at the word of ../browser.test.mjs.
import * as apollo from './apollo.js';
import { allowed, refused } from './cases.js';
import * as plain from './fetch.js';
import * as request from './graphql-request.js';
import * as sse from './graphql-sse.js';
import * as ws from './graphql-ws.js';
import * as relay from './relay.js';
import { configure } from './server.js';
import * as loader from './url-loader.js';
import * as urql from './urql.js';

const clients = [apollo, urql, relay, request, ws, sse, loader, plain].flatMap(module => module.clients);

const cases = listed => {
  const all = clients.map(client => [client.name, listed ? { ...allowed(client), ...client.more } : refused(client)]);
  return Object.fromEntries(listed ? all : [...all, ['nothing foreign is taken from', plain.forgeries]]);
};

window.clients = {
  configure,
  names: listed => Object.entries(cases(listed)).map(([client, each]) => [client, Object.keys(each)]),
  run: (listed, client, name) => cases(listed)[client][name](),
};
