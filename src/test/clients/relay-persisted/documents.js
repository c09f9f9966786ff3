import { graphql } from 'react-relay';

graphql`
  query documentsActorQuery($text: String!) {
    actors(first: 1, filter: {text: $text}) { nodes { name country { alpha3 } } }
  }
`;
