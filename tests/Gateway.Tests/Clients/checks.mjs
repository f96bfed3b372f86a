// What the scripts of this folder share: they read { url, password, sdl, … } and write { passed, failed: ["name: what was wrong"] }.
import { text } from 'node:stream/consumers';

export const terms = JSON.parse(await text(process.stdin));

const passed = [];
const failed = [];

/** Runs one check; a check goes on with what the ones before it left. */
export async function check(name, run) {
  try {
    await run();
    passed.push(name);
  } catch (error) {
    failed.push(`${name}: ${error.stack}`);
  }
}

export const report = () => process.stdout.write(JSON.stringify({ passed, failed }));

/** A fetch that counts, and that remembers what was asked last. */
export function countingFetch(headers = {}) {
  const counting = (url, init = {}) => {
    counting.count += 1;
    counting.last = { url: String(url), ...init };
    return fetch(url, { ...init, headers: { ...init.headers, ...headers } });
  };
  counting.count = 0;
  return counting;
}

/** Signs in without any client. */
export async function signIn(username) {
  const answer = await fetch(terms.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }',
      variables: { input: { username, password: terms.password } },
    }),
  });
  const { data } = await answer.json();
  return { authorization: `Bearer ${data.signIn.accessToken}` };
}
