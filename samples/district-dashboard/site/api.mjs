// The public API as a dashboard asks it: registered documents by GET, each with the tag of its last answer. While nothing has changed that costs a
// 304, which is neither computed nor paid for.

const { api, documents } = await (await fetch('/config.json')).json();
const known = new Map();
let token;

/** How often was asked, how often nothing had changed, and what is left of the budget of cost. */
export const counted = { asked: 0, unchanged: 0, remaining: null };

export class SignInNeeded extends Error {}

export async function signIn(username, password) {
  const query = 'mutation($input: SignInInput!) { signIn(input: $input) { accessToken errors { ... on Error { message } } } }';
  const response = await fetch(`${api}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables: { input: { username, password } } }) });
  const { accessToken, errors } = (await response.json()).data.signIn;
  if (errors.length > 0) throw new Error(errors[0].message);
  token = accessToken;
}

/** The data of a document, and whether it is other than the last time. */
export async function ask(name, variables = {}) {
  const address = `${api}/graphql?${new URLSearchParams({ documentId: `sha256:${documents[name]}`, variables: JSON.stringify(variables) })}`;
  const before = known.get(address);
  const response = await fetch(address, { cache: 'no-store', headers: { authorization: `Bearer ${token}`, ...(before && { 'if-none-match': before.tag }) } });
  counted.asked++;
  counted.remaining = response.headers.get('x-ratelimit-remaining') ?? counted.remaining;
  if (response.status === 304) {
    counted.unchanged++;
    return { data: before.data, isNew: false };
  }
  if (response.status === 401) throw new SignInNeeded();
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  known.set(address, { tag: response.headers.get('etag'), data });
  return { data, isNew: true };
}
