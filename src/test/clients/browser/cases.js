// What every client has to manage, from a page that may use the server and from one that may not.
import { assert } from 'chai';
import { now, record, server, unknownArticle } from './server.js';

const LAST_DAY = '2024-01-03';

/** A refusal by the browser or by a closed connection: nothing of GraphQL's in it, no data and no errors. */
async function assertRefused(connection, operation) {
  let answer;
  try {
    answer = await operation;
  } catch (error) {
    assert.deepEqual(connection.errors(error), [], 'the page read an answer of the server');
    return;
  }
  assert.fail(`not refused: ${JSON.stringify(answer)}`);
}

async function assertError(code, message, connection, operation) {
  let answer;
  try {
    answer = await operation;
  } catch (error) {
    const errors = connection.errors(error);
    assert.lengthOf(errors, 1, `${error?.stack ?? JSON.stringify(error)}`);
    assert.include(errors[0].message, message);
    assert.equal(errors[0].extensions.code, code);
    return;
  }
  assert.fail(`no error: ${JSON.stringify(answer)}`);
}

const opened = (client, options, use) => async () => {
  const connection = client.connect(options);
  try {
    await use(connection);
  } finally {
    await connection.close?.();
  }
};

/** Gives the first event of a subscription, once `cause` has caused it. */
export async function firstEvent(connection, transport, variables, cause) {
  let stop;
  const event = new Promise((next, error) => {
    stop = connection.subscribe[transport]('heard', variables, { next, error });
  });
  event.catch(() => {});
  try {
    await cause?.();
    return await event;
  } finally {
    stop();
  }
}

const transports = client => Object.keys(client.connect({}).subscribe ?? {});

/** The cases of a client whose page's origin is listed, by name. */
export const allowed = client => ({
  'queries with variables': opened(client, {}, async connection => {
    const filter = { article: server.article, saidOn: { to: LAST_DAY } };
    const { claims } = await connection.query('claims', { filter, first: 2 });
    assert.equal(claims.totalCount, 3);
    assert.deepEqual(claims.nodes.map(claim => claim.saidOn), ['2024-01-01', '2024-01-02']);
  }),
  'pages through what hangs on a node': opened(client, {}, async connection => {
    const first = (await connection.query('page', { id: server.article, first: 2 })).article;
    assert.isTrue(first.claims.pageInfo.hasNextPage);
    const second = (await connection.query('page', { id: server.article, first: 3, after: first.claims.pageInfo.endCursor })).article;
    assert.isFalse(second.claims.pageInfo.hasNextPage);
    const claims = [...first.claims.edges, ...second.claims.edges].map(edge => edge.node);
    assert.equal(new Set(claims.map(claim => claim.id)).size, 5);
    claims.forEach(claim => assert.equal(claim.evidence[0].exact, claim.text));
  }),
  'writes with a token': opened(client, { authorization: server.authorization }, async connection => {
    const input = unknownArticle(server.headlines.listed);
    const { submitArticle } = await connection.mutate('submit', { input });
    assert.deepEqual(submitArticle.userErrors, []);
    assert.equal(submitArticle.article.headline, input.headline);
    const again = await connection.mutate('submit', { input });
    assert.isTrue(again.submitArticle.alreadyKnown);
    const mistaken = await connection.mutate('submit', { input: { ...input, body: '' } });
    assert.deepEqual(mistaken.submitArticle.userErrors[0].path, ['input', 'body']);
  }),
  'hears the code of an error': opened(client, {}, async connection => {
    await assertError('BAD_USER_INPUT', 'after', connection, connection.query('claims', { filter: {}, first: 1, after: 'nonsense' }));
    await assertError('UNAUTHENTICATED', 'token', connection, connection.mutate('submit', { input: unknownArticle('Without a token') }));
  }),
  ...Object.fromEntries(transports(client).map(transport => [`subscribes over ${transport}`, opened(client, {}, async connection => {
    const after = await now();
    let id;
    const { claimRecorded } = await firstEvent(connection, transport, { after }, async () => {
      id = await record(`${client.name} listens`);
    });
    assert.equal(claimRecorded.id, id);
    assert.equal(claimRecorded.article.headline, `${client.name} listens`);
    await assertError('BAD_USER_INPUT', 'after', connection, firstEvent(connection, transport, { after: 'nonsense' }));
  })])),
});

/** The cases of a client whose page's origin is not listed, by name: nothing gets through, whatever it sends. */
export const refused = client => ({
  'reads nothing': opened(client, { once: true },
    connection => assertRefused(connection, connection.query('claims', { filter: {}, first: 1 }))),
  'reads nothing with a token': opened(client, { once: true, authorization: server.authorization },
    connection => assertRefused(connection, connection.query('claims', { filter: {}, first: 1 }))),
  'writes nothing': opened(client, { once: true, authorization: server.authorization },
    connection => assertRefused(connection, connection.mutate('submit', { input: unknownArticle(server.headlines.unlisted) }))),
  ...Object.fromEntries(transports(client).map(transport => [`hears nothing over ${transport}`,
    opened(client, { once: true }, connection => assertRefused(connection, firstEvent(connection, transport, {})))])),
});
