// Apollo Client 4 against the running server, without React.
import assert from 'node:assert/strict';
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { buildSchema, isAbstractType } from 'graphql';
import { filter, firstValueFrom } from 'rxjs';
import { check, countingFetch, report, signIn, terms } from './checks.mjs';

const schema = buildSchema(terms.sdl);
const possibleTypes = Object.fromEntries(Object.values(schema.getTypeMap()).filter(isAbstractType)
  .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]));

function client(headers) {
  const counting = countingFetch(headers);
  const cache = new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          teachers: relayStylePagination(['where', 'order']),
          school: (_, { args, toReference }) => toReference({ __typename: 'School', id: args.id }),
        },
      },
    },
  });
  const apollo = new ApolloClient({ link: ApolloLink.from([new HttpLink({ uri: terms.url, fetch: counting })]), cache });
  return Object.assign(apollo, { counting });
}

const signInMutation = gql`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      accessToken
      errors {
        ... on Error { message code path }
        ... on AccountLockedError { until }
      }
    }
  }
`;

const analyst = client(await signIn('analyst-370403'));

await check('a mutation succeeds', async () => {
  const { data } = await client().mutate({
    mutation: signInMutation, variables: { input: { username: 'principal', password: terms.password } },
  });
  assert.ok(data.signIn.accessToken);
  assert.deepEqual(data.signIn.errors, []);
});

await check('the union of a mutation\'s errors is matched through the interface', async () => {
  const { data, error } = await client().mutate({
    mutation: signInMutation, variables: { input: { username: 'principal', password: 'wrong' } },
  });
  assert.equal(error, undefined);
  assert.equal(data.signIn.accessToken, null);
  assert.equal(data.signIn.errors[0].__typename, 'InvalidCredentialsError');
  assert.equal(data.signIn.errors[0].code, 'INVALID_CREDENTIALS');
  assert.ok(data.signIn.errors[0].message);
});

await check('rows are kept once, by their id', async () => {
  const { data } = await analyst.query({ query: gql`{ schools(first: 2) { nodes { id name code } } }` });
  const [school] = data.schools.nodes;
  assert.equal(analyst.cache.extract()[`School:${school.id}`].name, school.name);
  const asked = analyst.counting.count;
  const again = await analyst.query({ query: gql`query One($id: ID!) { school(id: $id) { id name } }`, variables: { id: school.id } });
  assert.equal(again.data.school.name, school.name);
  assert.equal(analyst.counting.count, asked);
});

await check('pages are put together by relayStylePagination', async () => {
  const query = gql`
    query Teachers($first: Int!, $after: String) {
      teachers(first: $first, after: $after, order: [{ staffNumber: ASC }]) {
        edges { cursor node { id staffNumber } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  `;
  const variables = { first: 3 };
  const teachers = analyst.watchQuery({ query, variables });
  const reading = teachers.subscribe({});
  await firstValueFrom(teachers.pipe(filter(({ loading }) => !loading)));
  const known = () => analyst.readQuery({ query, variables }).teachers;
  assert.equal(known().edges.length, 3);
  await teachers.fetchMore({ variables: { after: known().pageInfo.endCursor } });
  await teachers.fetchMore({ variables: { after: known().pageInfo.endCursor } });
  const numbers = known().edges.map(({ node }) => node.staffNumber);
  assert.equal(numbers.length, 9);
  assert.deepEqual(numbers, [...new Set(numbers)].sort());
  reading.unsubscribe();
});

await check('what a mutation changed shows in a list that was read before', async () => {
  const admin = client(await signIn('platform-admin'));
  const { data: { districts } } = await admin.query({ query: gql`{ districts(where: { code: { eq: "370403" } }) { nodes { id } } }` });
  const made = await admin.mutate({
    mutation: gql`mutation Make($input: CreateClientInput!) { createClient(input: $input) { client { id name isRevoked } errors { ... on Error { message } } } }`,
    variables: { input: { name: 'Apollo', districtId: districts.nodes[0].id, scopes: ['roster:read'] } },
  });
  const { id } = made.data.createClient.client;
  const list = gql`query List($id: ID!) { clients(where: { id: { eq: $id } }) { nodes { id name isRevoked } } }`;
  assert.equal((await admin.query({ query: list, variables: { id } })).data.clients.nodes[0].isRevoked, false);
  await admin.mutate({
    mutation: gql`mutation Revoke($input: RevokeClientInput!) { revokeClient(input: $input) { client { id isRevoked } } }`,
    variables: { input: { clientId: id } },
  });
  const asked = admin.counting.count;
  assert.equal((await admin.query({ query: list, variables: { id } })).data.clients.nodes[0].isRevoked, true);
  assert.equal(admin.counting.count, asked);
});

await check('an error of a request has its code', async () => {
  await assert.rejects(
    analyst.query({ query: gql`{ schools { nodes { nothing } } }`, fetchPolicy: 'network-only' }),
    (error) => CombinedGraphQLErrors.is(error) && error.errors[0].extensions.code === 'GRAPHQL_VALIDATION_FAILED');
  await assert.rejects(
    analyst.query({ query: gql`{ schools(after: "no cursor") { nodes { id } } }`, fetchPolicy: 'network-only' }),
    (error) => CombinedGraphQLErrors.is(error) && error.errors[0].path?.[0] === 'schools' && typeof error.errors[0].extensions.code === 'string');
});

await check('a fragment on an interface is matched for rows that node finds', async () => {
  const { data } = await analyst.query({ query: gql`{ schools(first: 1) { nodes { id } } }` });
  const found = await analyst.query({
    query: gql`query Node($id: ID!) { node(id: $id) { ... on Node { id } ... on School { code stage } } }`,
    variables: { id: data.schools.nodes[0].id },
  });
  assert.equal(found.data.node.__typename, 'School');
  assert.match(found.data.node.code, /^[0-9]{10}$/);
});

report();
