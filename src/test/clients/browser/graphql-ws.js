import { assert } from 'chai';
import { createClient } from 'graphql-ws';
import { documents } from './documents.js';
import { now, record, server } from './server.js';

const open = options => createClient({ url: server.socketUrl, ...options });

async function first(events, condition = () => true) {
  for await (const event of events) {
    if (event.errors) {
      throw event.errors;
    }
    if (condition(event)) {
      return event;
    }
  }
  throw new Error('the events ended');
}

export const clients = [{
  name: 'graphql-ws',
  connect({ authorization, once }) {
    const retries = once && { retryAttempts: 0 };
    const client = open({ ...retries, ...(authorization && { connectionParams: { Authorization: authorization } }) });
    const run = async (document, variables) => (await first(client.iterate({ query: documents[document], variables }))).data;
    return {
      query: run,
      mutate: run,
      subscribe: {
        websocket: (document, variables, { next, error }) => client.subscribe({ query: documents[document], variables }, {
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
    async 'is told what a document costs'() {
      const client = open();
      const answer = await first(client.iterate({ query: '{ claims(first: 1) { nodes { id } } }' }));
      assert.equal(answer.extensions.cost.requested, 1);
      await client.dispose();
    },
    async 'hears what is wrong with an operation'() {
      const client = open();
      const errors = await first(client.iterate({ query: '{ nothing }' })).catch(error => error);
      assert.equal(errors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');
      await client.dispose();
    },
    async 'is not let in with a token that is none'() {
      const client = open({ retryAttempts: 0, connectionParams: { Authorization: 'Bearer nonsense' } });
      const closed = await first(client.iterate({ query: '{ __typename }' })).catch(error => error);
      assert.equal(closed.code, 4403);
    },
    async 'loses nothing between two connections'() {
      const query = 'subscription($after: String) { claimChanged(after: $after) { action claimId cursor } }';
      const before = open();
      const start = await now();
      const recorded = await record('The first of three');
      const heard = await first(before.iterate({ query, variables: { after: start } }),
        event => event.data.claimChanged.claimId === recorded);
      assert.equal(heard.data.claimChanged.action, 'RECORDED');
      assert.equal(heard.extensions.cursor, heard.data.claimChanged.cursor);
      await before.dispose();
      const missed = [await record('The second of three'), await record('The third of three')];
      const after = open();
      const caught = [];
      await first(after.iterate({ query, variables: { after: heard.data.claimChanged.cursor } }), event => {
        caught.push(event.data.claimChanged.claimId);
        return caught.includes(missed[1]);
      });
      assert.deepEqual(caught, missed);
      await after.dispose();
    },
  },
}];
