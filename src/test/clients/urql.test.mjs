import assert from 'node:assert/strict';
import test from 'node:test';
import { Client, cacheExchange, fetchExchange, gql, subscriptionExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { createClient } from 'graphql-sse';
import { article, authorization, now, record, url } from './server.mjs';

const urql = (...exchanges) => new Client({ url, exchanges, preferGetMethod: false });

test('reads', async () => {
  const answer = await urql(cacheExchange, fetchExchange)
    .query(gql`query Article($id: ID!) { article(id: $id) { id claims(first: 3) { nodes { text evidence { exact } } } } }`, { id: article });
  assert.equal(answer.error, undefined);
  assert.equal(answer.data.article.claims.nodes.length, 3);
});

test('writes with a token and hears codes without', async () => {
  const mutation = gql`mutation { unlinkClaims(input: {fromClaimId: "x", toClaimId: "y", type: SUPPORTS}) { userErrors { code } } }`;
  const refused = await urql(fetchExchange).mutation(mutation, {});
  assert.equal(refused.error.graphQLErrors[0].extensions.code, 'UNAUTHENTICATED');
  const answer = await urql(fetchExchange).mutation(mutation, {}, { fetchOptions: { headers: { authorization } } });
  assert.equal(answer.data.unlinkClaims.userErrors[0].code, 'NOT_FOUND');
});

test('sends hashes instead of documents, by GET', async () => {
  const sent = [];
  const client = new Client({
    url,
    exchanges: [persistedExchange({ preferGetForPersistedQueries: true }), fetchExchange],
    fetchOptions: { headers: { 'graphql-require-preflight': '1' } },
    fetch: (to, options) => {
      sent.push(options.method);
      return fetch(to, options);
    },
    requestPolicy: 'network-only',
  });
  const query = `query Urql${Date.now()} { claims(first: 1) { nodes { id } } }`;
  const first = await client.query(query, {});
  assert.equal(first.error, undefined);
  const second = await client.query(query, {});
  assert.deepEqual(second.data, first.data);
  assert.equal(sent.at(-1), 'GET');
});

test('subscribes to server-sent events, both ways that it can', async () => {
  const subscription = gql`subscription Heard($after: String) { claimRecorded(after: $after) { id } }`;
  const sse = createClient({ url });
  const forwarding = urql(subscriptionExchange({
    forwardSubscription: operation => ({ subscribe: sink => ({ unsubscribe: sse.subscribe(operation, sink) }) }),
  }));
  const own = new Client({ url, exchanges: [fetchExchange], fetchSubscriptions: true, preferGetMethod: false });
  const after = await now();
  const heard = [forwarding, own].map(client => new Promise((resolve, reject) => {
    const stream = client.subscription(subscription, { after }).subscribe(answer => {
      setTimeout(() => stream.unsubscribe());
      answer.error ? reject(answer.error) : resolve(answer.data.claimRecorded.id);
    });
  }));
  const id = await record('urql listens');
  assert.deepEqual(await Promise.all(heard), [id, id]);
  sse.dispose();
});
