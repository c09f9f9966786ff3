import assert from 'node:assert/strict';
import test from 'node:test';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { authorization, now, record, socketUrl, until } from './server.mjs';

const connect = options => createClient({ url: socketUrl, webSocketImpl: WebSocket, retryAttempts: 0, ...options });

test('queries and mutates', async () => {
  const client = connect({ connectionParams: { Authorization: authorization } });
  const answer = await until(client.iterate({ query: '{ claims(first: 1) { nodes { id } } }' }), () => true);
  assert.equal(answer.data.claims.nodes.length, 1);
  assert.equal(answer.extensions.cost.requested, 1);
  const written = await until(client.iterate({ query: 'mutation { unlinkClaims(input: {fromClaimId: "x", toClaimId: "y", type: SUPPORTS}) { userErrors { code } } }' }), () => true);
  assert.equal(written.data.unlinkClaims.userErrors[0].code, 'NOT_FOUND');
  await client.dispose();
});

test('hears what is wrong with an operation', async () => {
  const client = connect();
  await assert.rejects(until(client.iterate({ query: '{ nothing }' }), () => true), errors => errors[0].extensions.code === 'GRAPHQL_VALIDATION_FAILED');
  await assert.rejects(until(client.iterate({ query: 'mutation { deleteArticle(input: {articleId: "x"}) { deletedArticleId } }' }), () => true),
    errors => errors[0].extensions.code === 'UNAUTHENTICATED');
  await assert.rejects(until(client.iterate({ query: 'subscription { claimRecorded(after: "nonsense") { id } }' }), () => true),
    errors => errors[0].extensions.code === 'BAD_USER_INPUT');
  await client.dispose();
});

test('is not let in with a token that is none', async () => {
  const client = connect({ connectionParams: { Authorization: 'Bearer nonsense' } });
  await assert.rejects(until(client.iterate({ query: '{ __typename }' }), () => true), closed => closed.code === 4403);
});

test('loses nothing between two connections', async () => {
  const query = 'subscription($after: String) { claimChanged(after: $after) { action claimId cursor } }';
  const first = connect();
  const start = await now();
  const recorded = await record('The first of three');
  const heard = await until(first.iterate({ query, variables: { after: start } }), event => event.data.claimChanged.claimId === recorded);
  assert.equal(heard.data.claimChanged.action, 'RECORDED');
  assert.equal(heard.extensions.cursor, heard.data.claimChanged.cursor);
  await first.dispose();
  const missed = [await record('The second of three'), await record('The third of three')];
  const second = connect();
  const caught = [];
  await until(second.iterate({ query, variables: { after: heard.data.claimChanged.cursor } }), event => {
    caught.push(event.data.claimChanged.claimId);
    return caught.includes(missed[1]);
  });
  assert.deepEqual(caught.filter(id => missed.includes(id)), missed);
  assert.ok(!caught.includes(recorded));
  await second.dispose();
});
