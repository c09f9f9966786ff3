// What the test gives: where the server is, a reviewer's token, and an article with claims.
export const url = process.env.ROSTRUM_URL;
export const socketUrl = url.replace(/^http/, 'ws');
export const authorization = `Bearer ${process.env.ROSTRUM_TOKEN}`;
export const article = process.env.ROSTRUM_ARTICLE;
export const speaker = process.env.ROSTRUM_SPEAKER;

/** Records a claim over HTTP; gives its id. */
export async function record(text) {
  const body = `${text} ${Math.random()}`;
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', authorization },
    body: JSON.stringify({
      query: `mutation Submit($article: SubmitArticleInput!) { submitArticle(input: $article) { article { id } userErrors { message } } }`,
      variables: { article: { headline: 'h', publisher: 'The Clients', publishedAt: '2025-03-13T12:00:00Z', body, extract: false } },
    }),
  }).then(response => response.json());
  const id = answer.data.submitArticle.article.id;
  const recorded = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', authorization },
    body: JSON.stringify({
      query: `mutation Record($claim: RecordClaimInput!) { recordClaim(input: $claim) { claim { id } userErrors { message } } }`,
      variables: { claim: { articleId: id, kind: 'DIRECT', evidence: [{ start: 0, end: text.length }] } },
    }),
  }).then(response => response.json());
  return recorded.data.recordClaim.claim.id;
}

/** Takes events until one meets the condition. */
export async function until(events, condition) {
  for await (const event of events) {
    if (condition(event)) {
      return event;
    }
  }
  throw new Error('the events ended');
}

/** Where the list of changes ends now. */
export async function now() {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: '{ claims(last: 1, orderBy: {field: UPDATED_AT, direction: ASC}) { pageInfo { endCursor } } }' }),
  }).then(response => response.json());
  return answer.data.claims.pageInfo.endCursor;
}
