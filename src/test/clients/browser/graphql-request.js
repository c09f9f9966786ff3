import { ClientError, GraphQLClient } from 'graphql-request';
import { documents } from './documents.js';
import { server } from './server.js';

export const clients = [{
  name: 'graphql-request',
  connect({ authorization }) {
    const client = new GraphQLClient(server.url, authorization && { headers: { authorization } });
    const run = (document, variables) => client.request(documents[document], variables);
    return {
      query: run,
      mutate: run,
      errors: error => error instanceof ClientError ? error.response.errors : [],
    };
  },
}];
