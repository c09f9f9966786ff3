// Apollo Client 4 and 3: a page uses one of them, with what their documentation says for websockets.
import * as apollo4 from '@apollo/client';
import { GraphQLWsLink as GraphQLWsLink4 } from '@apollo/client/link/subscriptions';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import * as apollo3 from 'apollo-client-3/core';
import { GraphQLWsLink as GraphQLWsLink3 } from 'apollo-client-3/link/subscriptions';
import { assert } from 'chai';
import { createClient } from 'graphql-ws';
import { documents } from './documents.js';
import { server } from './server.js';

const apollo = (name, { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql }, GraphQLWsLink, errorsOf) => ({
  name,
  connect({ authorization, once }) {
    const socket = createClient({ url: server.socketUrl, ...(once && { retryAttempts: 0 }) });
    const http = new HttpLink({ uri: server.url, ...(authorization && { headers: { authorization } }) });
    const client = new ApolloClient({
      cache: new InMemoryCache(),
      link: ApolloLink.split(operation => operation.query.definitions[0].operation === 'subscription', new GraphQLWsLink(socket), http),
    });
    return {
      query: async (document, variables) => (await client.query({ query: gql(documents[document]), variables })).data,
      mutate: async (document, variables) => (await client.mutate({ mutation: gql(documents[document]), variables })).data,
      subscribe: {
        websocket(document, variables, { next, error }) {
          const subscription = client.subscribe({ query: gql(documents[document]), variables }).subscribe({
            next: event => event.error ? error(event.error) : next(event.data),
            error,
          });
          return () => subscription.unsubscribe();
        },
      },
      errors: error => errorsOf(error) ?? [],
      close() {
        client.stop();
        return socket.dispose();
      },
    };
  },
});

const ARTICLE = apollo4.gql`
  query ArticlePage($id: ID!, $after: String) {
    article(id: $id) {
      id
      claims(first: 2, after: $after) { edges { cursor node { id text speaker { id name } } } pageInfo { hasNextPage endCursor } }
    }
  }`;

const graphQLErrorsOf4 = error => apollo4.CombinedGraphQLErrors.is(error) ? error.errors : Array.isArray(error) ? error : [];
const graphQLErrorsOf3 = error => error.graphQLErrors?.length ? error.graphQLErrors : error.networkError?.result?.errors;

export const clients = [
  {
    ...apollo('Apollo Client 4', apollo4, GraphQLWsLink4, graphQLErrorsOf4),
    more: {
      async 'merges the pages of a connection'() {
        const cache = new apollo4.InMemoryCache({
          possibleTypes: { Actor: ['Person', 'Organization', 'Group', 'Country'] },
          typePolicies: { Article: { fields: { claims: relayStylePagination() } } },
        });
        const client = new apollo4.ApolloClient({ cache, link: new apollo4.HttpLink({ uri: server.url }) });
        const query = { query: ARTICLE, variables: { id: server.article } };
        const page = client.watchQuery(query);
        const subscription = page.subscribe(() => {});
        const first = await client.query(query);
        assert.lengthOf(first.data.article.claims.edges, 2);
        await page.fetchMore({ variables: { after: first.data.article.claims.pageInfo.endCursor } });
        const both = client.readQuery(query);
        assert.equal(new Set(both.article.claims.edges.map(edge => edge.node.id)).size, 4);
        subscription.unsubscribe();
        client.stop();
      },
      async 'sends hashes instead of documents, by GET'() {
        const sent = [];
        const http = new apollo4.HttpLink({
          uri: server.url,
          fetch(to, options) {
            sent.push(options.method ?? 'GET');
            return fetch(to, options);
          },
        });
        const sha256 = async text => Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
          byte => byte.toString(16).padStart(2, '0')).join('');
        const link = new PersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(http);
        const client = new apollo4.ApolloClient({ cache: new apollo4.InMemoryCache(), link });
        const query = apollo4.gql(`query Hashed${Date.now()} { claims(first: 1) { nodes { id } } }`);
        const first = await client.query({ query });
        await client.clearStore();
        const second = await client.query({ query });
        assert.deepEqual(second.data, first.data);
        assert.deepEqual(sent, ['GET', 'POST', 'GET']);
        client.stop();
      },
    },
  },
  apollo('Apollo Client 3', apollo3, GraphQLWsLink3, graphQLErrorsOf3),
];
