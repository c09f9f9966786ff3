// No change of the committed schema breaks a client of the released one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, getNamedType, GraphQLScalarType } from 'graphql';

const schema = path => buildSchema(readFileSync(path, 'utf8'));
const breaking = async (old, current) => (await diff(old, current))
  .filter(change => change.criticality.level === CriticalityLevel.Breaking).map(change => change.message);

// Types that no field, argument or input field of a schema has; no document can name anything of them.
const unused = schema => {
  const types = Object.values(schema.getTypeMap());
  const fields = types.flatMap(type => Object.values(type.getFields?.() ?? {}));
  const used = new Set([...fields, ...fields.flatMap(field => field.args ?? [])].map(part => getNamedType(part.type).name));
  return types.map(type => type.name).filter(name => !used.has(name));
};

test('nothing released was broken', async () => {
  const released = schema('released.graphql');
  const gone = unused(released).filter(name => released.getType(name) instanceof GraphQLScalarType).map(name => `Type '${name}' was removed`);
  const changes = await breaking(released, schema('../../../schema.graphql'));
  assert.deepEqual(changes.filter(change => !gone.includes(change)), []);
});

test('what breaks clients is noticed', async () => {
  const text = readFileSync('released.graphql', 'utf8');
  const removed = text.replace(/^ {2}"When it was said; .*\n {2}saidOn: Date$/m, '');
  assert.notEqual(removed, text);
  assert.deepEqual(await breaking(buildSchema(text), buildSchema(removed)), ["Field 'saidOn' was removed from object type 'Claim'"]);
});
