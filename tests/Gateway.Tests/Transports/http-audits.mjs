// The audits of graphql-http against a server. In: { url }. Out: [{ id, name, status, reason? }].
import { text } from 'node:stream/consumers';
import { auditServer } from 'graphql-http';

const { url } = JSON.parse(await text(process.stdin));
const results = await auditServer({ url });
process.stdout.write(JSON.stringify(results.map(({ id, name, status, reason }) => ({ id, name, status, reason }))));
