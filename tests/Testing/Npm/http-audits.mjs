// The audits of graphql-http against a server: node http-audits.mjs URL. One line of JSON: [{ id, name, status, reason? }].
import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.argv[2] });
console.log(JSON.stringify(results.map(({ id, name, status, reason }) => ({ id, name, status, reason }))));
