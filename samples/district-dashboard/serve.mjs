// Serves the dashboard on an origin of its own: its files, ECharts, and what it has to know: where the API is and the ids of its documents.
//
//   node samples/district-dashboard/serve.mjs [port] [API]

import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';

const port = Number(process.argv[2] ?? 5090);
const api = process.argv[3] ?? 'http://127.0.0.1:5080';
const here = (path) => new URL(path, import.meta.url);

// The documents are registered with the API; a client names them by the hash of their text.
const registered = JSON.parse(await readFile(here('../../schema/operations.json'), 'utf8')).operations;
const documents = Object.fromEntries(['DistrictOverTime', 'SchoolsInYear', 'SchoolOverTime'].map((name) => [name, registered.find((one) => one.name === name).id]));

const files = {
  '/': 'site/index.html', '/style.css': 'site/style.css', '/echarts.js': 'node_modules/echarts/dist/echarts.common.min.js',
  ...Object.fromEntries(['dashboard', 'api', 'charts', 'texts'].map((name) => [`/${name}.mjs`, `site/${name}.mjs`])),
};
if (!existsSync(here(files['/echarts.js']))) {
  console.error('ECharts is not there yet: npm ci --prefix samples/district-dashboard');
  process.exit(1);
}
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript' };
const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ${api}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const send = (status, type, body) => response.writeHead(status, { 'content-type': type, 'content-security-policy': policy, 'x-content-type-options': 'nosniff' }).end(body);
  if (pathname === '/config.json') send(200, 'application/json', JSON.stringify({ api, documents }));
  else if (files[pathname]) send(200, types[extname(files[pathname])], await readFile(here(files[pathname])));
  else send(404, 'text/plain', 'Not found');
}).listen(port, '127.0.0.1', () => console.log(`The dashboard is at http://127.0.0.1:${port}`));
