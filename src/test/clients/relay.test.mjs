// Relay, compiled against the committed schema: a paginated fragment and a refetched one.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test, { before } from 'node:test';
import { Suspense, createElement, act } from 'react';
import { create } from 'react-test-renderer';
import relay from 'react-relay';
import { Environment, Network, RecordSource, Store } from 'relay-runtime';
import { article, url } from './server.mjs';

const { RelayEnvironmentProvider, useLazyLoadQuery, usePaginationFragment, useRefetchableFragment } = relay;
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

let documents;
before(async () => {
  execFileSync('npx', ['relay-compiler'], { stdio: 'inherit' });
  const load = async name => (await import(`./relay/__generated__/${name}.graphql.js`)).default;
  documents = {
    query: await load('documentsArticleQuery'),
    claims: await load('documentsClaims'),
    headline: await load('documentsHeadline'),
  };
});

const environment = () => new Environment({
  network: Network.create((request, variables) => fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: request.text, operationName: request.name, variables }),
  }).then(response => response.json())),
  store: new Store(new RecordSource()),
});

const seen = {};

function Article() {
  const data = useLazyLoadQuery(documents.query, { id: article });
  seen.claims = usePaginationFragment(documents.claims, data.article);
  [seen.headline, seen.refetch] = useRefetchableFragment(documents.headline, data.article);
  return null;
}

const eventually = async condition => {
  for (let i = 0; i < 100 && !condition(); i++) {
    await act(() => new Promise(resolve => setTimeout(resolve, 50)));
  }
  assert.ok(condition());
};

test('pages through a connection and refetches a fragment', async () => {
  await act(async () => {
    create(createElement(RelayEnvironmentProvider, { environment: environment() },
      createElement(Suspense, { fallback: null }, createElement(Article))));
  });
  await eventually(() => seen.claims?.data?.claims.edges.length === 2);
  assert.ok(seen.claims.hasNext);
  await act(async () => seen.claims.loadNext(2));
  await eventually(() => seen.claims.data.claims.edges.length === 4);
  assert.equal(new Set(seen.claims.data.claims.edges.map(edge => edge.node.id)).size, 4);
  assert.equal(seen.headline.first.nodes.length, 1);
  await act(async () => seen.refetch({ count: 3 }, { fetchPolicy: 'network-only' }));
  await eventually(() => seen.headline.first.nodes.length === 3);
});
