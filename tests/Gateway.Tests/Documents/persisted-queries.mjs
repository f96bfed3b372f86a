// Automatic persisted queries as Apollo Client and urql send them: node persisted-queries.mjs URL TOKEN. For each client one line of JSON:
// { client, requests: [{ method, query, hash }], data: [...] }, with what went over the wire for one question that was asked three times.
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql as apolloGql } from '@apollo/client/core';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { Client, fetchExchange, gql } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';

const [url, token] = process.argv.slice(2);
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** fetch, and a record of what was asked. */
function recorder() {
  const requests = [];
  const fetchRecorded = (address, options = {}) => {
    const parameters = options.method === 'POST' ? JSON.parse(options.body) : Object.fromEntries(new URL(address).searchParams);
    const extensions = typeof parameters.extensions === 'string' ? JSON.parse(parameters.extensions) : parameters.extensions;
    requests.push({ method: options.method ?? 'GET', query: parameters.query ?? null, hash: extensions?.persistedQuery?.sha256Hash ?? null });
    return fetch(address, { ...options, headers: { ...options.headers, authorization: `Bearer ${token}` } });
  };
  return { requests, fetch: fetchRecorded };
}

async function askApollo() {
  const { requests, fetch } = recorder();
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([new PersistedQueryLink({ sha256, useGETForHashedQueries: true }), new HttpLink({ uri: url, fetch })]),
  });
  const query = apolloGql`query AskedByApollo { viewer { username } }`;
  const data = [];
  for (let i = 0; i < 3; i++) data.push((await client.query({ query, fetchPolicy: 'network-only' })).data);
  console.log(JSON.stringify({ client: 'apollo', requests, data }));
}

async function askUrql() {
  const { requests, fetch } = recorder();
  const client = new Client({ url, fetch, preferGetMethod: false, requestPolicy: 'network-only', exchanges: [persistedExchange({ preferGetForPersistedQueries: true }), fetchExchange] });
  const query = gql`query AskedByUrql { viewer { username } }`;
  const data = [];
  for (let i = 0; i < 3; i++) {
    const answer = await client.query(query, {}).toPromise();
    data.push(answer.data ?? String(answer.error));
  }
  console.log(JSON.stringify({ client: 'urql', requests, data }));
}

await askApollo();
await askUrql();
