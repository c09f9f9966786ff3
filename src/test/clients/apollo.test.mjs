import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client/core';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { article, authorization, now, record, socketUrl, url } from './server.mjs';

const cache = () => new InMemoryCache({
  possibleTypes: { Actor: ['Person', 'Organization', 'Group', 'Country'] },
  typePolicies: { Article: { fields: { claims: relayStylePagination() } } },
});
const apollo = link => new ApolloClient({ link, cache: cache() });

const PAGE = gql`
  query ArticlePage($id: ID!, $after: String) {
    article(id: $id) {
      id
      claims(first: 2, after: $after) { edges { cursor node { id text speaker { id name } } } pageInfo { hasNextPage endCursor } }
    }
  }`;

test('reads, and pages with fetchMore', async () => {
  const client = apollo(new HttpLink({ uri: url }));
  const page = client.watchQuery({ query: PAGE, variables: { id: article } });
  const subscription = page.subscribe(() => {});
  const first = await page.result?.() ?? await client.query({ query: PAGE, variables: { id: article } });
  assert.equal(first.data.article.claims.edges.length, 2);
  await page.fetchMore({ variables: { after: first.data.article.claims.pageInfo.endCursor } });
  const both = client.readQuery({ query: PAGE, variables: { id: article } });
  assert.equal(both.article.claims.edges.length, 4);
  assert.equal(new Set(both.article.claims.edges.map(edge => edge.node.id)).size, 4);
  subscription.unsubscribe();
});

test('writes with a token, and is told its mistakes', async () => {
  const client = apollo(new HttpLink({ uri: url, headers: { authorization } }));
  const answer = await client.mutate({ mutation: gql`mutation { reviewClaim(input: {claimId: "claim_0", review: CONFIRMED}) { claim { id } userErrors { code path } } }` });
  assert.deepEqual(answer.data.reviewClaim.userErrors[0].path, ['input', 'claimId']);
});

test('hears the code of an error', async () => {
  const client = apollo(new HttpLink({ uri: url }));
  await assert.rejects(client.mutate({ mutation: gql`mutation { deleteArticle(input: {articleId: "x"}) { deletedArticleId } }` }), error => {
    assert.ok(CombinedGraphQLErrors.is(error), String(error));
    assert.equal(error.errors[0].extensions.code, 'UNAUTHENTICATED');
    return true;
  });
});

test('sends hashes instead of documents, by GET', async () => {
  const sent = [];
  const http = new HttpLink({
    uri: url,
    headers: { 'apollo-require-preflight': 'true' },
    fetch: (to, options) => {
      sent.push(options.method ?? 'GET');
      return fetch(to, options);
    },
  });
  const persisted = new PersistedQueryLink({
    sha256: text => createHash('sha256').update(text).digest('hex'),
    useGETForHashedQueries: true,
  });
  const client = apollo(ApolloLink.from([persisted, http]));
  const query = gql`query Hashed${Date.now()} { claims(first: 1) { nodes { id } } }`;
  const first = await client.query({ query });
  await client.clearStore();
  const second = await client.query({ query });
  assert.deepEqual(second.data, first.data);
  assert.deepEqual(sent, ['GET', 'POST', 'GET']);
});

test('subscribes over a websocket', async () => {
  const socket = createClient({ url: socketUrl, webSocketImpl: WebSocket });
  const client = apollo(new GraphQLWsLink(socket));
  const after = await now();
  const heard = new Promise((resolve, reject) => client.subscribe({
    query: gql`subscription Heard($after: String) { claimRecorded(after: $after) { id text article { id headline } } }`,
    variables: { after },
  }).subscribe({ next: resolve, error: reject }));
  const id = await record('Apollo listens');
  assert.equal((await heard).data.claimRecorded.id, id);
  await socket.dispose();
});
