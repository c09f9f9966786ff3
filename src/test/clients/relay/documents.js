// Read by relay-compiler only; what it generates of them is what the page of ../browser uses.
import { graphql } from 'react-relay';

graphql`
  query documentsArticleQuery($id: ID!) {
    article(id: $id) { ...documentsClaims ...documentsHeadline }
  }
`;

graphql`
  fragment documentsClaims on Article
  @argumentDefinitions(count: {type: "Int", defaultValue: 2}, cursor: {type: "String"})
  @refetchable(queryName: "documentsClaimsPaginationQuery") {
    claims(first: $count, after: $cursor) @connection(key: "documents_claims") {
      edges { node { id text speaker { __typename name country { alpha3 } } } }
    }
  }
`;

graphql`
  fragment documentsHeadline on Article
  @argumentDefinitions(count: {type: "Int", defaultValue: 1})
  @refetchable(queryName: "documentsHeadlineRefetchQuery") {
    headline
    events(first: $count) { totalCount }
    first: claims(first: $count) { nodes { text } }
  }
`;

graphql`
  query documentsClaimsQuery($filter: ClaimFilter!, $first: Int!, $after: String) {
    claims(filter: $filter, first: $first, after: $after, orderBy: {field: SAID_ON, direction: ASC}) { totalCount nodes { id text saidOn } }
  }
`;

graphql`
  query documentsPageQuery($id: ID!, $first: Int!, $after: String) {
    article(id: $id) {
      id
      publisher { id name }
      claims(first: $first, after: $after) {
        edges { cursor node { id text evidence { start end exact } speaker { id name country { id alpha3 } } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`;

graphql`
  mutation documentsSubmitMutation($input: SubmitArticleInput!) {
    submitArticle(input: $input) { article { id headline publishedAt } alreadyKnown userErrors { code message path } }
  }
`;

graphql`
  subscription documentsHeardSubscription($after: String) {
    claimRecorded(after: $after) { id text article { id headline } }
  }
`;
