// The API as a program sees it that runs for months: tokens end, the budget of cost may be spent, the server may be away for a while.

import { signIn } from './documents.mjs';

/** An answer with errors; `code` says which. */
export class Refused extends Error {
  constructor(errors) {
    super(errors.map((error) => `${error.extensions?.code ?? error.code}: ${error.message}`).join('\n'));
    this.code = errors[0].extensions?.code ?? errors[0].code;
  }
}

/** Nobody answers. */
class Away extends Error {}

const wait = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

export class Api {
  #url;
  #signIn;
  #token;

  /** @param account `{ user, password }`, or `{ client, secret }` of a machine client. */
  constructor(url, account) {
    this.#url = url;
    this.#signIn = () => (account.client ? this.#asClient(account) : this.#asUser(account));
  }

  /** The data of a query. It waits where the server asks for that or is away, and signs in anew where the token has ended. */
  async ask(query, variables) {
    for (let away = 1; ; away = Math.min(away * 2, 60)) {
      const response = await this.#try(query, variables);
      if (response?.status === 401) {
        this.#token = undefined;
      } else if (response?.status === 429) {
        await wait(Number(response.headers.get('retry-after') ?? 1));
      } else if (response === null || response.status >= 500) {
        console.error(`The API is away; asking again in ${away} s.`);
        await wait(away);
      } else {
        const { data, errors } = await response.json();
        if (errors) throw new Refused(errors);
        return data;
      }
    }
  }

  /** The response; null where none came. */
  async #try(query, variables) {
    try {
      this.#token ??= await this.#signIn();
      return await this.#post('/graphql', 'application/json', JSON.stringify({ query, variables }), this.#token);
    } catch (fault) {
      if (fault instanceof Away) return null;
      throw fault;
    }
  }

  async #asClient({ client, secret }) {
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: client, client_secret: secret });
    const response = await this.#post('/connect/token', 'application/x-www-form-urlencoded', form.toString());
    const answer = await response.json();
    if (!answer.access_token) throw new Error(`The client can't sign in: ${JSON.stringify(answer)}`);
    return answer.access_token;
  }

  async #asUser({ user, password }) {
    const response = await this.#post('/graphql', 'application/json', JSON.stringify({ query: signIn, variables: { input: { username: user, password } } }));
    const { accessToken, errors } = (await response.json()).data.signIn;
    if (errors.length > 0) throw new Refused(errors);
    return accessToken;
  }

  async #post(path, type, body, token) {
    try {
      return await fetch(this.#url + path, { method: 'POST', body, headers: { 'content-type': type, ...(token && { authorization: `Bearer ${token}` }) } });
    } catch (fault) {
      if (fault instanceof TypeError) throw new Away();
      throw fault;
    }
  }
}
