// What every client sends; Relay's own are in ../relay, since it compiles them.
export const documents = {
  claims: /* GraphQL */ `
    query Claims($filter: ClaimFilter!, $first: Int!, $after: String) {
      claims(filter: $filter, first: $first, after: $after, orderBy: {field: SAID_ON, direction: ASC}) {
        totalCount
        nodes { id text saidOn }
      }
    }`,
  page: /* GraphQL */ `
    query Page($id: ID!, $first: Int!, $after: String) {
      article(id: $id) {
        id
        publisher { id name }
        claims(first: $first, after: $after) {
          edges { cursor node { id text evidence { start end exact } speaker { id name country { id alpha3 } } } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }`,
  submit: /* GraphQL */ `
    mutation Submit($input: SubmitArticleInput!) {
      submitArticle(input: $input) { article { id headline publishedAt } alreadyKnown userErrors { code message path } }
    }`,
  heard: /* GraphQL */ `
    subscription Heard($after: String) {
      claimRecorded(after: $after) { id text article { id headline } }
    }`,
};
