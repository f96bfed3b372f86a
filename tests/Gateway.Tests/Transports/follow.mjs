// Subscribers with npm's own clients: node follow.mjs sse|ws. Each line in is { as, url, token, query, variables } for a new one, or
// { stop: as }; each line out is { as } with next, error, closed or complete.
import { createInterface } from 'node:readline';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import WebSocket from 'ws';

const isWs = process.argv[2] === 'ws';
const stops = new Map();
const say = (as, what) => process.stdout.write(`${JSON.stringify({ as, ...what })}\n`);

const clientOf = ({ url, token }) => {
  const Authorization = token && `Bearer ${token}`;
  return isWs
    ? createWsClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { Authorization } })
    : createSseClient({ url, retryAttempts: 0, headers: token ? { Authorization } : {} });
};

// What the clients give to a sink is a close event, errors of GraphQL, or an error of the network.
const told = (fault) => {
  if (Array.isArray(fault)) return { error: fault };
  if (typeof fault?.code === 'number') return { closed: { code: fault.code, reason: fault.reason } };
  return { failed: String(fault?.message ?? fault) };
};

createInterface({ input: process.stdin }).on('line', (line) => {
  const message = JSON.parse(line);
  if (message.stop) {
    stops.get(message.stop)();
    return;
  }
  const { as, query, variables } = message;
  const client = clientOf(message);
  const stop = client.subscribe({ query, variables }, {
    next: (next) => say(as, { next }),
    error: (fault) => say(as, told(fault)),
    complete: () => say(as, { complete: true }),
  });
  stops.set(as, () => { stop(); client.dispose(); });
}).on('close', () => process.exit(0));
