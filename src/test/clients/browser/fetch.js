// No client at all: what a browser has by itself.
import { assert } from 'chai';
import { documents } from './documents.js';
import { server, unknownArticle } from './server.js';

async function dataOf(response) {
  const { data, errors } = await response.json();
  if (errors) {
    throw errors;
  }
  return data;
}

const address = (document, variables) => `${server.url}?${new URLSearchParams({ query: document, variables: JSON.stringify(variables) })}`;

const errors = error => Array.isArray(error) ? error : [];

const post = headers => async (document, variables) => dataOf(await fetch(server.url, {
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ query: documents[document], variables }),
}));

export const clients = [
  {
    name: 'fetch by POST',
    connect({ authorization }) {
      const run = post(authorization && { authorization });
      return { query: run, mutate: run, errors };
    },
  },
  {
    name: 'fetch by GET, and EventSource',
    connect({ authorization }) {
      return {
        query: async (document, variables) => dataOf(
          await fetch(address(documents[document], variables), authorization && { headers: { authorization } })),
        mutate: post(authorization && { authorization }),
        subscribe: {
          EventSource(document, variables, { next, error }) {
            const source = new EventSource(address(documents[document], variables));
            source.addEventListener('next', event => {
              const { data, errors } = JSON.parse(event.data);
              errors ? error(errors) : next(data);
            });
            source.onerror = () => error(new Error('the stream broke off'));
            return () => source.close();
          },
        },
        errors,
      };
    },
  },
];

/** What a page can send without the browser asking the server first: none of it may have an effect. */
export const forgeries = {
  async 'a script without preflight'() {
    const mutation = { query: documents.submit, variables: { input: unknownArticle(server.headlines.unlisted) } };
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      await fetch(server.url, { method: 'POST', mode: 'no-cors', headers: { 'content-type': type }, body: JSON.stringify(mutation) });
    }
    await fetch(address(documents.submit, mutation.variables), { mode: 'no-cors' });
  },
  async 'a form'() {
    const frame = Object.assign(document.createElement('iframe'), { name: 'target' });
    const form = Object.assign(document.createElement('form'),
      { method: 'POST', action: server.url, target: 'target', enctype: 'text/plain' });
    const body = JSON.stringify({ query: documents.submit, variables: { input: unknownArticle(server.headlines.unlisted) }, rest: 'REST' });
    const [name, value] = body.split('REST');
    form.append(Object.assign(document.createElement('input'), { name, value }));
    document.body.append(frame, form);
    const answered = new Promise(resolve => frame.addEventListener('load', resolve));
    form.submit();
    await answered;
  },
  async 'a script tag'() {
    const tag = Object.assign(document.createElement('script'), { src: address('{ claims(first: 1) { nodes { id } } }', {}) });
    const outcome = new Promise(resolve => {
      tag.addEventListener('error', () => resolve('refused'));
      tag.addEventListener('load', () => resolve('loaded'));
    });
    document.body.append(tag);
    assert.equal(await outcome, 'refused');
  },
};
