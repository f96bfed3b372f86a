// What graphql-js makes of the running server's introspection, against the printed schema.
import assert from 'node:assert/strict';
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema, validateSchema } from 'graphql-reference';
import { check, report, signIn, terms } from './checks.mjs';

const query = getIntrospectionQuery({
  descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true,
});

let introspected;

await check('the introspection query of graphql-js is answered', async () => {
  const answer = await fetch(terms.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...await signIn('principal') },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await answer.json();
  assert.equal(errors, undefined);
  introspected = buildClientSchema(data);
  assert.deepEqual(validateSchema(introspected), []);
});

await check('it is the printed schema', () => {
  const lines = (schema) => printSchema(lexicographicSortSchema(schema)).split('\n');
  const [served, printed] = [lines(introspected), lines(buildSchema(terms.sdl))];
  const at = printed.findIndex((line, number) => line !== served[number]);
  assert.deepEqual(served.slice(at, at + 5), printed.slice(at, at + 5), `first at line ${at}`);
  assert.equal(served.length, printed.length);
  assert.ok(printed.length > 10_000);
});

report();
