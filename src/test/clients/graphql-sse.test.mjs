import assert from 'node:assert/strict';
import test from 'node:test';
import { createClient } from 'graphql-sse';
import { authorization, now, record, until, url } from './server.mjs';

const connect = () => createClient({ url, retryAttempts: 0, headers: { authorization } });

test('queries and mutates', async () => {
  const client = connect();
  const answer = await until(client.iterate({ query: '{ claims(first: 1) { nodes { id } } }' }), () => true);
  assert.equal(answer.data.claims.nodes.length, 1);
  const written = await until(client.iterate({ query: 'mutation { unlinkClaims(input: {fromClaimId: "x", toClaimId: "y", type: SUPPORTS}) { userErrors { code } } }' }), () => true);
  assert.equal(written.data.unlinkClaims.userErrors[0].code, 'NOT_FOUND');
  client.dispose();
});

test('hears what is wrong with an operation', async () => {
  const client = connect();
  const answer = await until(client.iterate({ query: '{ nothing }' }), () => true);
  assert.equal(answer.errors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');
  const refused = await until(client.iterate({ query: 'subscription { claimRecorded(after: "nonsense") { id } }' }), () => true);
  assert.equal(refused.errors[0].extensions.code, 'BAD_USER_INPUT');
  client.dispose();
});

test('subscribes, and goes on behind the last cursor', async () => {
  const client = connect();
  const query = 'subscription($after: String) { claimRecorded(after: $after) { id text } }';
  const start = await now();
  const one = await record('Heard over SSE');
  const heard = await until(client.iterate({ query, variables: { after: start } }), event => event.data.claimRecorded.id === one);
  const two = await record('Heard afterwards');
  const next = await until(client.iterate({ query, variables: { after: heard.extensions.cursor } }), () => true);
  assert.equal(next.data.claimRecorded.id, two);
  client.dispose();
});
