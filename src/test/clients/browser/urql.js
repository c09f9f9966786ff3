import { persistedExchange } from '@urql/exchange-persisted';
import { assert } from 'chai';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import { Client, cacheExchange, fetchExchange, subscriptionExchange } from 'urql';
import { documents } from './documents.js';
import { server } from './server.js';

function dataOf(answer) {
  if (answer.error) {
    throw answer.error;
  }
  return answer.data;
}

const listening = client => (document, variables, { next, error }) => client.subscription(documents[document], variables)
  .subscribe(answer => answer.error ? error(answer.error) : next(answer.data)).unsubscribe;

export const clients = [{
  name: 'urql',
  connect({ authorization, once }) {
    const retries = once && { retryAttempts: 0 };
    const socket = createSocketClient({ url: server.socketUrl, ...retries });
    const stream = createSseClient({ url: server.url, ...retries });
    const headers = authorization && { fetchOptions: { headers: { authorization } } };
    const urql = (options, ...exchanges) => new Client({ url: server.url, ...headers, ...options, exchanges });
    const forwardingTo = client => subscriptionExchange({
      forwardSubscription: ({ query = '', ...request }) => ({
        subscribe: sink => ({ unsubscribe: client.subscribe({ ...request, query }, sink) }),
      }),
    });
    const client = urql({}, cacheExchange, fetchExchange);
    return {
      query: async (document, variables) => dataOf(await client.query(documents[document], variables)),
      mutate: async (document, variables) => dataOf(await client.mutation(documents[document], variables)),
      subscribe: {
        'an event stream': listening(urql({ fetchSubscriptions: true }, cacheExchange, fetchExchange)),
        'an event stream of graphql-sse': listening(urql({}, cacheExchange, fetchExchange, forwardingTo(stream))),
        websocket: listening(urql({}, cacheExchange, fetchExchange, forwardingTo(socket))),
      },
      errors: error => error.graphQLErrors,
      close() {
        stream.dispose();
        return socket.dispose();
      },
    };
  },
  more: {
    async 'sends queries by GET unless told otherwise'() {
      const sent = [];
      const client = new Client({
        url: server.url,
        exchanges: [fetchExchange],
        fetch(to, options) {
          sent.push(options.method);
          return fetch(to, options);
        },
      });
      dataOf(await client.query(documents.claims, { filter: {}, first: 1 }));
      assert.deepEqual(sent, ['GET']);
    },
    async 'sends hashes instead of documents, by GET'() {
      const sent = [];
      const client = new Client({
        url: server.url,
        exchanges: [persistedExchange({ preferGetForPersistedQueries: true }), fetchExchange],
        fetch(to, options) {
          sent.push(options.method);
          return fetch(to, options);
        },
        requestPolicy: 'network-only',
      });
      const query = `query Urql${Date.now()} { claims(first: 1) { nodes { id } } }`;
      const first = dataOf(await client.query(query, {}));
      assert.deepEqual(dataOf(await client.query(query, {})), first);
      assert.equal(sent.at(-1), 'GET');
    },
  },
}];
