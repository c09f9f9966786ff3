// Read by relay-compiler only; what it generates of them is what the test uses.
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
