// No change of the committed schema breaks a client of the released one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const schema = path => buildSchema(readFileSync(path, 'utf8'));
const breaking = async (old, current) => (await diff(old, current))
  .filter(change => change.criticality.level === CriticalityLevel.Breaking).map(change => change.message);

test('nothing released was broken', async () => {
  assert.deepEqual(await breaking(schema('released.graphql'), schema('../../../schema.graphql')), []);
});

test('what breaks clients is noticed', async () => {
  const text = readFileSync('released.graphql', 'utf8');
  const removed = text.replace(/^ {2}"When it was said; .*\n {2}saidOn: Date$/m, '');
  assert.notEqual(removed, text);
  assert.deepEqual(await breaking(buildSchema(text), buildSchema(removed)), ["Field 'saidOn' was removed from object type 'Claim'"]);
});
