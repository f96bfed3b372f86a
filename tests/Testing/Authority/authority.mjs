// A foreign OpenID Connect authority for the tests: npm's oidc-provider on loopback. Everybody is who they say in its form.
//
//   node authority.mjs '{"port": 0, "api": "https://…", "adminUrl": "http://127.0.0.1:…"}'
//
// It says its issuer on a line of stdout. A line "rotate" on stdin gives it new keys, the old ones are gone at once, and it says
// "rotated". It ends with its stdin, so it never outlives a test.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import Provider from 'oidc-provider';

// stdout is for the test; what the library tells of itself goes beside.
console.info = console.error;
console.warn = console.error;

const terms = JSON.parse(process.argv[2]);

// What a token can be asked for, by the resource indicator (RFC 8707): for the API as it should be, or wrong in one way.
const resources = {
  [terms.api]: { audience: terms.api, alg: 'ES256' },
  'urn:test:other-audience': { audience: 'https://other.test/', alg: 'ES256' },
  'urn:test:other-algorithm': { audience: terms.api, alg: 'ES384' },
  'urn:test:short-lived': { audience: terms.api, alg: 'ES256', accessTokenTTL: 60 },
  'urn:test:shared-secret': { audience: terms.api, alg: 'HS256', key: Buffer.alloc(32, 7) },
};

const newKey = (alg, namedCurve) => ({
  ...generateKeyPairSync('ec', { namedCurve }).privateKey.export({ format: 'jwk' }), alg, use: 'sig', kid: randomUUID(),
});

const client = {
  id_token_signed_response_alg: 'ES256', grant_types: ['authorization_code'], response_types: ['code'], application_type: 'web',
};

const create = (issuer) => new Provider(issuer, {
  jwks: { keys: [newKey('ES256', 'P-256'), newKey('ES384', 'P-384')] },
  cookies: { keys: ['only for tests'] },
  scopes: ['openid', 'homeroom'],
  clients: [
    { ...client, client_id: 'tests', token_endpoint_auth_method: 'none', redirect_uris: ['http://127.0.0.1/done'] },
    {
      ...client, client_id: 'admin', client_secret: 'the-admin-proves-itself', redirect_uris: [`${terms.adminUrl}/sign-in/authority/done`],
      post_logout_redirect_uris: [`${terms.adminUrl}/sign-in`],
    },
  ],
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  extraTokenClaims: (_, token) => ({ preferred_username: token.accountId }),
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  loadExistingGrant,
  ttl: { AccessToken: (_, token) => token.resourceServer?.accessTokenTTL ?? 3600, Session: 3600, Interaction: 600, Grant: 3600, IdToken: 3600 },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context, form) => {
        context.body = `<!doctype html><html lang="en"><title>The authority</title>${form}<button form="op.logoutForm" name="logout" value="yes">Yes, sign me out</button></html>`;
      },
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => terms.api,
      useGrantedResource: () => true,
      getResourceServerInfo: (_, resource) => {
        const { audience, alg, key, accessTokenTTL } = resources[resource];
        return { scope: 'homeroom', audience, accessTokenTTL, accessTokenFormat: 'jwt', jwt: { sign: { alg, key } } };
      },
    },
  },
});

// Nobody is asked whether the client may have what it asks for.
async function loadExistingGrant({ oidc }) {
  const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope('openid homeroom');
  for (const resource of Object.keys(resources)) grant.addResourceScope(resource, 'homeroom');
  await grant.save();
  return grant;
}

async function signIn(provider, request, response) {
  if (request.method === 'POST') {
    let body = '';
    for await (const part of request) body += part;
    const accountId = new URLSearchParams(body).get('person');
    await provider.interactionFinished(request, response, { login: { accountId } });
    return;
  }

  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end('<!doctype html><html lang="en"><title>The authority</title><form method="post"><label>Who are you? <input name="person"></label><button>Sign in</button></form></html>');
}

let provider;
const server = createServer((request, response) => {
  const answer = request.url.startsWith('/interaction/') ? signIn(provider, request, response) : provider.callback()(request, response);
  Promise.resolve(answer).catch((fault) => {
    console.error(fault);
    response.statusCode = 500;
    response.end();
  });
});

server.listen(terms.port, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  provider = create(issuer);
  console.log(issuer);
  const commands = createInterface({ input: process.stdin });
  commands.on('line', () => {
    provider = create(issuer);
    console.log('rotated');
  });
  commands.on('close', () => process.exit(0));
});
