// Talks to the server by plain requests, for what the tests need besides the client that they try.
export const server = {};

/** Where the server is, a reviewer's token, an article with five claims, and the headlines of articles that pages try to write. */
export function configure({ url, token, article, headlines }) {
  Object.assign(server, { url, article, headlines, authorization: `Bearer ${token}`, socketUrl: url.replace(/^http/, 'ws') });
}

async function ask(query, variables) {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: server.authorization },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) {
    throw new Error(JSON.stringify(errors));
  }
  return data;
}

/** An article that the server does not have. */
export const unknownArticle = headline => ({
  headline,
  publisher: 'The Clients',
  publishedAt: '2025-03-13T12:00:00Z',
  body: `${headline} ${crypto.randomUUID()}`,
  extract: false,
});

/** Records a claim; gives its id. */
export async function record(text) {
  const submitted = await ask('mutation($input: SubmitArticleInput!) { submitArticle(input: $input) { article { id } } }',
    { input: unknownArticle(text) });
  const claim = { articleId: submitted.submitArticle.article.id, kind: 'DIRECT', evidence: [{ start: 0, end: text.length }] };
  const recorded = await ask('mutation($input: RecordClaimInput!) { recordClaim(input: $input) { claim { id } } }', { input: claim });
  return recorded.recordClaim.claim.id;
}

/** Where the list of changes ends now. */
export async function now() {
  const { claims } = await ask('{ claims(last: 1, orderBy: {field: UPDATED_AT, direction: ASC}) { pageInfo { endCursor } } }');
  return claims.pageInfo.endCursor;
}
