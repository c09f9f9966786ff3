import { SubscriptionProtocol, UrlLoader } from '@graphql-tools/url-loader';
import { assert } from 'chai';
import { parse } from 'graphql';
import { documents } from './documents.js';
import { server } from './server.js';

const executor = options => new UrlLoader().getExecutorAsync(server.url, options);

const listening = options => (document, variables, { next, error }) => {
  let events;
  (async () => {
    const answer = await executor(options)({ document: parse(documents[document]), variables });
    if (!(Symbol.asyncIterator in answer)) {
      throw answer;
    }
    events = answer[Symbol.asyncIterator]();
    const { value } = await events.next();
    if (!value?.data) {
      throw value;
    }
    next(value.data);
  })().catch(error);
  return () => events?.return?.();
};

export const clients = [{
  name: '@graphql-tools/url-loader',
  connect({ authorization }) {
    const execute = executor(authorization && { headers: { authorization } });
    const run = async (document, variables) => {
      const answer = await execute({ document: parse(documents[document]), variables });
      if (answer.errors) {
        throw answer;
      }
      return answer.data;
    };
    return {
      query: run,
      mutate: run,
      subscribe: {
        websocket: listening({}),
        'an event stream': listening({ subscriptionsProtocol: SubscriptionProtocol.SSE }),
      },
      // The loader gives a request that failed as an error of GraphQL, too.
      errors: error => (Array.isArray(error) ? error : error?.errors ?? []).filter(each => !each.originalError),
    };
  },
  more: {
    async 'loads the schema'() {
      const [{ schema }] = await new UrlLoader().load(server.url, {});
      assert.equal(String(schema.getType('Claim').getFields().saidOn.type), 'Date');
    },
  },
}];
