// The Relay compiler on the printed schema, and relay-runtime with what it made against the running server.
// In besides: folder, an empty one to compile in.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import relayCompiler from 'relay-compiler';
import relayRuntime from 'relay-runtime';
import { check, report, signIn, terms } from './checks.mjs';

const {
  ConnectionHandler, Environment, Network, RecordSource, Store, commitMutation, createOperationDescriptor, fetchQuery, getSelector,
} = relayRuntime;

// What an application has in its components: fragments with a connection that is paged through, one that is refetched by the id of its
// node, and one with arguments.
const source = `
graphql\`
  query appSchoolQuery($id: ID!, $count: Int!) {
    school(id: $id) {
      name
      ...app_card
      ...app_classes @arguments(count: $count)
    }
    ...app_teachers @arguments(count: $count)
  }
\`;
graphql\`
  fragment app_card on School @refetchable(queryName: "appCardRefetchQuery") @argumentDefinitions(withStage: { type: "Boolean", defaultValue: false }) {
    code
    stage @include(if: $withStage)
  }
\`;
graphql\`
  fragment app_classes on School
  @refetchable(queryName: "appClassesPaginationQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) {
    classes(first: $count, after: $cursor) @connection(key: "app_classes") { edges { node { id name } } }
  }
\`;
graphql\`
  fragment app_teachers on Query
  @refetchable(queryName: "appTeachersPaginationQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) {
    teachers(first: $count, after: $cursor, order: [{ staffNumber: ASC }]) @connection(key: "app_teachers") { edges { node { staffNumber } } }
  }
\`;
graphql\`
  query appClientsQuery {
    districts(where: { code: { eq: "370403" } }) { nodes { id } }
    clients(last: 10) @connection(key: "app_clients") { edges { node { name } } }
  }
\`;
graphql\`
  mutation appCreateClientMutation($input: CreateClientInput!, $connections: [ID!]!) {
    createClient(input: $input) {
      client @appendNode(connections: $connections, edgeTypeName: "ClientEdge") { name }
      errors { ... on Error { message } }
    }
  }
\`;
graphql\`
  mutation appSignInMutation($input: SignInInput!) {
    signIn(input: $input) { accessToken errors { __typename ... on Error { message code } } }
  }
\`;
`;

async function compile(text) {
  await mkdir(`${terms.folder}/src/__generated__`, { recursive: true });
  await writeFile(`${terms.folder}/package.json`, '{"type":"commonjs"}');
  await writeFile(`${terms.folder}/schema.graphql`, terms.sdl);
  await writeFile(`${terms.folder}/relay.config.json`, JSON.stringify({
    src: './src', schema: './schema.graphql', artifactDirectory: './src/__generated__', language: 'javascript', eagerEsModules: false,
  }));
  await writeFile(`${terms.folder}/src/app.js`, text);
  return promisify(execFile)(relayCompiler, ['relay.config.json'], { cwd: terms.folder });
}

const artifact = (name) => createRequire(`${terms.folder}/src/__generated__/`)(`./${name}.graphql.js`);

const post = async (headers, body) => (await fetch(terms.url, {
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json', ...headers },
  body: JSON.stringify(body),
})).json();

const environmentOf = (headers) => new Environment({
  network: Network.create(({ text, name }, variables) => post(headers, { query: text, operationName: name, variables })),
  store: new Store(new RecordSource()),
});

const headers = await signIn('analyst-370403');
const environment = environmentOf(headers);

const read = (fragment, owner) => environment.lookup(getSelector(artifact(fragment), owner)).data;
const lookup = (query, variables, from = environment) => {
  const operation = createOperationDescriptor(artifact(query), variables);
  from.retain(operation);
  return from.lookup(operation.fragment).data;
};
const mutate = (name, variables, at = environment) => new Promise((resolve, reject) => {
  commitMutation(at, { mutation: artifact(name), variables, onCompleted: resolve, onError: reject });
});

let variables;

await check('the compiler takes the printed schema', async () => {
  await compile(source);
  const made = await readFile(`${terms.folder}/src/__generated__/appClassesPaginationQuery.graphql.js`, 'utf8');
  assert.match(made, /node\(id: \$id\)/);
});

await check('the compiler refuses what the schema does not have', async () => {
  await assert.rejects(compile(source.replace('staffNumber }', 'nothing }')), /nothing/);
  await compile(source);
});

await check('a query with all its fragments is fetched and kept', async () => {
  const { schools } = (await post(headers, { query: '{ schools(first: 1, order: [{ classCount: DESC }]) { nodes { id } } }' })).data;
  variables = { id: schools.nodes[0].id, count: 2 };
  await fetchQuery(environment, artifact('appSchoolQuery'), variables).toPromise();
  const data = lookup('appSchoolQuery', variables);
  assert.ok(data.school.name);
  assert.match(read('app_card', data.school).code, /^[0-9]{10}$/);
  assert.equal(read('app_card', data.school).stage, undefined);
  assert.equal(read('app_classes', data.school).classes.edges.length, 2);
  assert.equal(read('app_teachers', data).teachers.edges.length, 2);
});

await check('a fragment is refetched by the id of its node', async () => {
  await fetchQuery(environment, artifact('appCardRefetchQuery'), { id: variables.id, withStage: true }).toPromise();
  const { node } = lookup('appCardRefetchQuery', { id: variables.id, withStage: true });
  assert.match(read('app_card', node).stage, /^[A-Z_0-9]+$/);
});

await check('a connection of a node goes on behind its end', async () => {
  const before = read('app_classes', lookup('appSchoolQuery', variables).school).classes;
  assert.equal(before.pageInfo.hasNextPage, true);
  await fetchQuery(environment, artifact('appClassesPaginationQuery'), { id: variables.id, count: 2, cursor: before.pageInfo.endCursor }).toPromise();
  const after = read('app_classes', lookup('appSchoolQuery', variables).school).classes;
  assert.equal(after.edges.length, 4);
  assert.equal(new Set(after.edges.map(({ node }) => node.id)).size, 4);
});

await check('a connection of the root goes on behind its end', async () => {
  const before = read('app_teachers', lookup('appSchoolQuery', variables)).teachers;
  await fetchQuery(environment, artifact('appTeachersPaginationQuery'), { count: 3, cursor: before.pageInfo.endCursor }).toPromise();
  const numbers = read('app_teachers', lookup('appSchoolQuery', variables)).teachers.edges.map(({ node }) => node.staffNumber);
  assert.equal(numbers.length, 5);
  assert.deepEqual(numbers, [...new Set(numbers)].sort());
  const root = environment.getStore().getSource();
  assert.ok(root.has(ConnectionHandler.getConnectionID('client:root', 'app_teachers', { order: [{ staffNumber: 'ASC' }] })));
});

await check('a mutation that is refused has its errors in the payload', async () => {
  const { signIn: payload } = await mutate('appSignInMutation', { input: { username: 'principal', password: 'wrong' } });
  assert.equal(payload.accessToken, null);
  assert.equal(payload.errors[0].code, 'INVALID_CREDENTIALS');
});

await check('what a mutation made is appended to a connection, by the name of its edge', async () => {
  const admin = environmentOf(await signIn('platform-admin'));
  await fetchQuery(admin, artifact('appClientsQuery'), {}).toPromise();
  const names = () => lookup('appClientsQuery', {}, admin).clients.edges.map(({ node }) => node.name);
  const before = names();
  const { createClient } = await mutate('appCreateClientMutation', {
    input: { name: 'Relay', districtId: lookup('appClientsQuery', {}, admin).districts.nodes[0].id, scopes: ['roster:read'] },
    connections: [ConnectionHandler.getConnectionID('client:root', 'app_clients', {})],
  }, admin);
  assert.deepEqual(createClient.errors, []);
  assert.deepEqual(names(), [...before, 'Relay']);
});

report();
