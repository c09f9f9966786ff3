import { assert } from 'chai';
import { createClient } from 'graphql-sse';
import { documents } from './documents.js';
import { now, record, server } from './server.js';

async function first(events) {
  for await (const event of events) {
    if (event.errors) {
      throw event.errors;
    }
    return event;
  }
  throw new Error('the events ended');
}

export const clients = [{
  name: 'graphql-sse',
  connect({ authorization, once }) {
    const retries = once && { retryAttempts: 0 };
    const client = createClient({ url: server.url, ...retries, ...(authorization && { headers: { authorization } }) });
    const run = async (document, variables) => (await first(client.iterate({ query: documents[document], variables }))).data;
    return {
      query: run,
      mutate: run,
      subscribe: {
        'an event stream': (document, variables, { next, error }) => client.subscribe({ query: documents[document], variables }, {
          next: event => event.errors ? error(event.errors) : next(event.data),
          error,
          complete: () => error(new Error('the events ended')),
        }),
      },
      errors: error => Array.isArray(error) ? error : [],
      close: () => client.dispose(),
    };
  },
  more: {
    async 'hears what is wrong with an operation'() {
      const client = createClient({ url: server.url });
      const errors = await first(client.iterate({ query: '{ nothing }' })).catch(error => error);
      assert.equal(errors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');
      client.dispose();
    },
    async 'goes on behind the last cursor'() {
      const client = createClient({ url: server.url });
      const query = 'subscription($after: String) { claimRecorded(after: $after) { id } }';
      const start = await now();
      const one = await record('Heard over an event stream');
      const heard = await first(client.iterate({ query, variables: { after: start } }));
      assert.equal(heard.data.claimRecorded.id, one);
      const two = await record('Heard afterwards');
      const next = await first(client.iterate({ query, variables: { after: heard.extensions.cursor } }));
      assert.equal(next.data.claimRecorded.id, two);
      client.dispose();
    },
  },
}];
