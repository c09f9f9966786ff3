// Compiled, never run: what gql.tada infers from the schema is what these documents' answers are.
import { initGraphQLTada, type ResultOf, type VariablesOf } from 'gql.tada';
import type { introspection } from './graphql-env.js';

const graphql = initGraphQLTada<{ introspection: introspection; scalars: { Date: string; DateTime: string } }>();

const Claims = graphql(`
  query Claims($filter: ClaimFilter, $first: Int!) {
    claims(filter: $filter, first: $first) {
      totalCount
      nodes { id text kind saidOn recordedAt speaker { __typename name ... on Country { alpha3 } } evidence { start end } }
    }
  }
`);
const Submit = graphql(`
  mutation Submit($input: SubmitArticleInput!) {
    submitArticle(input: $input) { article { id publishedAt } userErrors { code path } }
  }
`);
const Heard = graphql(`subscription Heard($after: String) { claimRecorded(after: $after) { id confidence } }`);

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

type Claim = ResultOf<typeof Claims>['claims']['nodes'][number];
same<Claim['id'], string>(true);
same<Claim['saidOn'], string | null>(true);
same<Claim['recordedAt'], string>(true);
same<Claim['kind'], 'DIRECT' | 'INDIRECT' | 'MIXED'>(true);
same<NonNullable<Claim['speaker']>['__typename'], 'Country' | 'Group' | 'Organization' | 'Person'>(true);
same<Claim['evidence'][number]['start'], number>(true);
same<ResultOf<typeof Heard>['claimRecorded']['confidence'], number>(true);

const input: VariablesOf<typeof Submit>['input'] = { headline: 'h', publisher: 'p', publishedAt: '2025-03-13T12:00:00Z', body: 'b' };
const filter: VariablesOf<typeof Claims> = { first: 1, filter: { saidOn: { from: '2024-01-01' }, kind: ['DIRECT'], act: ['DENY'] } };

// @ts-expect-error: a required field is missing.
const incomplete: VariablesOf<typeof Submit>['input'] = { headline: input.headline };
// @ts-expect-error: there is no such kind.
const unknownKind: VariablesOf<typeof Claims> = { ...filter, filter: { kind: ['SHOUTED'] } };
// @ts-expect-error: there is no such field.
type Missing = Claim['shoutedOn'];
