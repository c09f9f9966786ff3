// Relay, compiled against the committed schema, with the network layer of its documentation.
import { assert } from 'chai';
import { createClient } from 'graphql-ws';
import { Suspense, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { RelayEnvironmentProvider, useLazyLoadQuery, usePaginationFragment, useRefetchableFragment } from 'react-relay';
import { Environment, Network, Observable, RecordSource, Store, commitMutation, fetchQuery, requestSubscription } from 'relay-runtime';
import articleQuery from '../relay/__generated__/documentsArticleQuery.graphql.js';
import claimsFragment from '../relay/__generated__/documentsClaims.graphql.js';
import claimsQuery from '../relay/__generated__/documentsClaimsQuery.graphql.js';
import headlineFragment from '../relay/__generated__/documentsHeadline.graphql.js';
import heardSubscription from '../relay/__generated__/documentsHeardSubscription.graphql.js';
import pageQuery from '../relay/__generated__/documentsPageQuery.graphql.js';
import submitMutation from '../relay/__generated__/documentsSubmitMutation.graphql.js';
import { server } from './server.js';

const compiled = { claims: claimsQuery, page: pageQuery, submit: submitMutation, heard: heardSubscription };

function environment(headers, socket) {
  const send = async (request, variables) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: request.text, variables }),
    });
    return response.json();
  };
  const listen = (request, variables) => Observable.create(sink =>
    socket.subscribe({ operationName: request.name, query: request.text, variables }, sink));
  return new Environment({ network: Network.create(send, listen), store: new Store(new RecordSource()) });
}

/** Shows an article by fragments; gives what its component sees. */
function showArticle() {
  const seen = {};
  function Article() {
    const data = useLazyLoadQuery(articleQuery, { id: server.article });
    seen.claims = usePaginationFragment(claimsFragment, data.article);
    [seen.headline, seen.refetch] = useRefetchableFragment(headlineFragment, data.article);
    return seen.headline.headline;
  }
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  root.render(createElement(RelayEnvironmentProvider, { environment: environment() },
    createElement(Suspense, { fallback: null }, createElement(Article))));
  return { seen, place, root };
}

async function eventually(condition) {
  const end = performance.now() + 10_000;
  while (!condition()) {
    assert.isBelow(performance.now(), end, `never came: ${condition}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

export const clients = [{
  name: 'Relay',
  connect({ authorization, once }) {
    const socket = createClient({ url: server.socketUrl, ...(once && { retryAttempts: 0 }) });
    const relay = environment(authorization && { authorization }, socket);
    return {
      query: (document, variables) => fetchQuery(relay, compiled[document], variables).toPromise(),
      mutate: (document, variables) => new Promise((resolve, reject) => commitMutation(relay, {
        mutation: compiled[document],
        variables,
        onCompleted: (data, errors) => errors ? reject({ source: { errors } }) : resolve(data),
        onError: reject,
      })),
      subscribe: {
        websocket: (document, variables, { next, error }) => requestSubscription(relay, {
          subscription: compiled[document],
          variables,
          onNext: next,
          onError: error,
        }).dispose,
      },
      errors: error => (Array.isArray(error) ? error : error.source?.errors) ?? [],
      close: () => socket.dispose(),
    };
  },
  more: {
    async 'pages through a connection and refetches a fragment'() {
      const { seen, place, root } = showArticle();
      await eventually(() => seen.claims?.data.claims.edges.length === 2);
      assert.isTrue(seen.claims.hasNext);
      seen.claims.loadNext(2);
      await eventually(() => seen.claims.data.claims.edges.length === 4);
      assert.equal(new Set(seen.claims.data.claims.edges.map(edge => edge.node.id)).size, 4);
      assert.lengthOf(seen.headline.first.nodes, 1);
      seen.refetch({ count: 3 }, { fetchPolicy: 'network-only' });
      await eventually(() => seen.headline.first.nodes.length === 3);
      await eventually(() => place.textContent === 'A headline');
      root.unmount();
    },
  },
}];
