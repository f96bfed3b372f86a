// urql 6 (@urql/core) against the running server.
import assert from 'node:assert/strict';
import { Client, cacheExchange, fetchExchange, gql } from '@urql/core';
import { check, countingFetch, report, signIn, terms } from './checks.mjs';

function client(headers, more = {}) {
  const counting = countingFetch(headers);
  return Object.assign(new Client({ url: terms.url, exchanges: [cacheExchange, fetchExchange], fetch: counting, preferGetMethod: false, ...more }), { counting });
}

const principal = client(await signIn('principal'));
const schools = gql`query Schools($first: Int!) { schools(first: $first) { totalCount nodes { id name } } }`;

await check('a query is answered, and then from the cache', async () => {
  const { data, error } = await principal.query(schools, { first: 2 }).toPromise();
  assert.equal(error, undefined);
  assert.ok(data.schools.nodes[0].name);
  const asked = principal.counting.count;
  assert.deepEqual((await principal.query(schools, { first: 2 }).toPromise()).data, data);
  assert.equal(principal.counting.count, asked);
});

await check('a query goes by GET, a mutation by POST', async () => {
  const getting = client(await signIn('principal'), { preferGetMethod: 'force' });
  const { data, error } = await getting.query(schools, { first: 1 }).toPromise();
  assert.equal(error, undefined);
  assert.equal(data.schools.nodes.length, 1);
  assert.match(getting.counting.last.url, /\?.*query=/);
  assert.equal(getting.counting.last.method, 'GET');
  const mutation = await getting.mutation(gql`mutation { signOutEverywhere(input: {}) { errors { ... on Error { code } } } }`, {}).toPromise();
  assert.equal(mutation.error, undefined);
  assert.deepEqual(mutation.data.signOutEverywhere.errors, []);
  assert.equal(getting.counting.last.method, 'POST');
});

await check('a mutation that is refused has its errors in the payload', async () => {
  const { data, error } = await client().mutation(
    gql`mutation SignIn($input: SignInInput!) { signIn(input: $input) { accessToken errors { __typename ... on Error { message code } } } }`,
    { input: { username: 'nobody', password: 'wrong' } }).toPromise();
  assert.equal(error, undefined);
  assert.equal(data.signIn.errors[0].__typename, 'InvalidCredentialsError');
});

await check('an error of a request has its code', async () => {
  const { data, error } = await principal.query(gql`{ schools { nodes { nothing } } }`, {}).toPromise();
  assert.equal(data, undefined);
  assert.equal(error.networkError, undefined);
  assert.equal(error.graphQLErrors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');
});

await check('a token that is no good is told', async () => {
  const { error, data } = await client({ authorization: 'Bearer none' }).query(schools, { first: 1 }).toPromise();
  assert.ok(error, JSON.stringify(data));
  assert.equal(error.response.status, 401);
});

report();
