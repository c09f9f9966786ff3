// Every audit of the GraphQL over HTTP working group's reference suite: MUST, SHOULD and MAY alike.
import assert from 'node:assert/strict';
import test from 'node:test';
import { serverAudits } from 'graphql-http';

const audits = serverAudits({ url: process.env.ROSTRUM_URL });

test('there are 61 audits', () => assert.equal(audits.length, 61));

for (const audit of audits) {
  test(`${audit.id} ${audit.name}`, async () => {
    const result = await audit.fn();
    assert.equal(result.status, 'ok', result.reason);
  });
}
