// The start page and the bar above Altair. The token lives as long as the browser's tab, and only in it.
const terms = JSON.parse(document.getElementById('terms').textContent);
const nonce = document.querySelector('app-root').getAttribute('ngCspNonce');
const byId = (id) => document.getElementById(id);
const kept = {
  read: () => JSON.parse(sessionStorage.getItem('homeroom-session') ?? 'null'),
  write: (session) => sessionStorage.setItem('homeroom-session', JSON.stringify(session)),
  forget: () => sessionStorage.removeItem('homeroom-session'),
};

const signInMutation = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { accessToken expiresAt errors { ... on Error { message } } } }';

async function askForToken(username, password) {
  const response = await fetch(terms.endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ query: signInMutation, variables: { input: { username, password } } }),
  });
  const { data, errors } = await response.json();
  const done = data?.signIn;
  if (!done?.accessToken) throw new Refused(done?.errors?.[0]?.message ?? errors?.[0]?.message ?? terms.texts.failed);
  return { token: done.accessToken, expires: Date.parse(done.expiresAt) };
}

async function askForClientToken(id, secret) {
  const response = await fetch(terms.tokenEndpoint, {
    method: 'POST',
    // Without them a browser does not ask for a password of its own when the client is refused.
    credentials: 'omit',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret }),
  });
  const answer = await response.json();
  if (!answer.access_token) throw new Refused(answer.error_description ?? terms.texts.failed);
  return { token: answer.access_token, expires: Date.now() + answer.expires_in * 1000 };
}

class Refused extends Error {}

async function signIn(button, who, audience, ask) {
  byId('problem').textContent = '';
  button.ariaBusy = 'true';
  try {
    const session = { ...(await ask()), who, audience };
    kept.write(session);
    await open(session);
  } catch (fault) {
    byId('problem').textContent = fault instanceof Refused ? fault.message : terms.texts.failed;
    byId('problem').scrollIntoView({ block: 'nearest' });
    if (!(fault instanceof Refused)) console.warn(fault);
  } finally {
    button.ariaBusy = 'false';
  }
}

async function open(session) {
  byId('start').hidden = true;
  byId('bar').hidden = false;
  byId('who').textContent = session.who;
  byId('audience').value = session.audience;
  tellTheEnd(session.expires);
  document.body.classList.add('with-altair');
  letStylesIn();
  askForTheSchemaOnce();
  await loadStyle('styles.css');
  await import('./polyfills.js');
  await import('./main.js');
  window.AltairGraphQL.init(optionsOf(session));
  beginWithTheFirst(terms.examples[session.audience].length);
}

// The page's policy lets in style sheets that carry its nonce. Altair's own do; those of its libraries would not.
function letStylesIn() {
  const { createElement } = document;
  document.createElement = (name, options) => {
    const made = createElement.call(document, name, options);
    if (made instanceof HTMLStyleElement) made.nonce = nonce;
    return made;
  };
}

// Each of Altair's windows asks for the schema, which is the same for all: more than a megabyte each time.
function askForTheSchemaOnce() {
  const { fetch } = window;
  const asked = new Map();
  window.fetch = async (resource, options) => {
    if (typeof options?.body !== 'string' || !options.body.includes('IntrospectionQuery')) return fetch(resource, options);
    const key = `${options.body} ${new Headers(options.headers).get('Authorization')}`;
    if (!asked.has(key)) {
      asked.set(key, fetch(resource, { ...options, signal: undefined }).then((answer) => {
        // Good for the windows that open now; whoever reloads the docs later gets them anew.
        setTimeout(() => asked.delete(key), 5000);
        return answer;
      }, (fault) => {
        asked.delete(key);
        throw fault;
      }));
    }
    return (await asked.get(key)).clone();
  };
}

// Altair opens the last of its windows; the first is meant to be read first.
function beginWithTheFirst(count) {
  const watch = new MutationObserver(() => {
    const tabs = document.querySelectorAll('.window-switcher__item:not(.ng-star-inserted)');
    if (tabs.length < count) return;
    watch.disconnect();
    tabs[0].click();
  });
  watch.observe(document.querySelector('app-root'), { childList: true, subtree: true });
}

const loadStyle = (href) => new Promise((loaded, failed) => {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: loaded, onerror: failed });
  document.head.insertBefore(link, document.head.querySelector('link[rel=stylesheet]'));
});

function optionsOf({ token, audience }) {
  const endpoint = new URL(terms.endpoint, location.origin);
  const stream = new URL(endpoint);
  stream.protocol = stream.protocol.replace('http', 'ws');
  const authorization = { Authorization: `Bearer ${token}` };
  return {
    endpointURL: endpoint.href,
    subscriptionsEndpoint: stream.href,
    initialHeaders: authorization,
    initialSubscriptionRequestHandlerId: 'graphql-ws',
    initialSubscriptionsPayload: authorization,
    initialWindows: terms.examples[audience].map((example) => ({
      initialName: example.name,
      endpointURL: endpoint.href,
      subscriptionsEndpoint: stream.href,
      initialQuery: example.document,
      initialVariables: example.variables,
      initialHeaders: authorization,
      initialSubscriptionRequestHandlerId: 'graphql-ws',
      initialSubscriptionsPayload: authorization,
    })),
    initialSettings: {
      theme: 'light', 'theme.dark': 'dark', language: terms.language, 'schema.reloadOnStart': true,
      'alert.disableUpdateNotification': true, disablePushNotification: true, 'banners.disable': true, 'alert.disableWarnings': true,
    },
    // Altair would keep the headers, and with them the token, beyond the tab's life.
    preserveState: false,
    disableAccount: true,
    cspNonce: nonce,
  };
}

function tellTheEnd(expires) {
  setTimeout(() => { byId('ended').textContent = terms.texts.ended; }, Math.max(0, expires - Date.now()));
}

function startOver(session) {
  if (session) kept.write(session); else kept.forget();
  location.reload();
}

document.querySelectorAll('#accounts button').forEach((button) => button.addEventListener('click', () => {
  const { username, audience } = button.dataset;
  signIn(button, username, audience, () => askForToken(username, terms.password));
}));
byId('sign-in')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const { username, password } = Object.fromEntries(new FormData(event.target));
  signIn(event.submitter, username, 'school', () => askForToken(username, password));
});
byId('client')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const { id, secret } = Object.fromEntries(new FormData(event.target));
  signIn(event.submitter, id, 'integrator', () => askForClientToken(id, secret));
});
byId('sign-out').addEventListener('click', () => startOver());
byId('audience').addEventListener('change', (event) => startOver({ ...kept.read(), audience: event.target.value }));

const before = kept.read();
if (before && before.expires > Date.now() && byId('problem')) open(before);
