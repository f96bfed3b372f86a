// Keeps a copy of papers and awards. See README.md.

import { parseArgs } from 'node:util';
import { Api, Refused } from './api.mjs';
import { Copy } from './copy.mjs';
import { changes, feedEnd, pages } from './documents.mjs';

/** After these the feed can't be gone on with, and the copy begins anew. */
const lost = ['REACH_CHANGED', 'POSITION_EXPIRED', 'INVALID_POSITION'];

const known = {
  api: { type: 'string', default: 'http://127.0.0.1:5080' }, user: { type: 'string' }, password: { type: 'string' },
  client: { type: 'string' }, secret: { type: 'string' }, folder: { type: 'string', default: 'copy' },
  every: { type: 'string', default: '10' }, once: { type: 'boolean' }, print: { type: 'boolean' },
};
const { values: options } = parseArgs({ options: known, args: joined(process.argv.slice(2)) });

const copy = await Copy.open(options.folder);
if (options.print) {
  for (const row of [...copy.rows('PAPER'), ...copy.rows('AWARD')]) console.log(JSON.stringify(row));
  process.exit();
}

const api = new Api(options.api, options);
if (copy.position === null) await begin();
while (true) {
  await follow();
  if (options.once) break;
  await new Promise((resolve) => setTimeout(resolve, Number(options.every) * 1000));
}

/** Each value in one word with its option: a secret may begin with a dash, which would pass for another option. */
function joined([word, ...rest]) {
  if (word === undefined) return [];
  const takes = word.startsWith('--') && known[word.slice(2)]?.type === 'string' && rest.length > 0;
  return takes ? [`${word}=${rest[0]}`, ...joined(rest.slice(1))] : [word, ...joined(rest)];
}

/** First a position, then all pages: what changes while they are read is told from the position on. */
async function begin() {
  const { changesPosition } = await api.ask(feedEnd);
  const rows = [];
  for (const type of Object.keys(pages)) for await (const row of allOf(type)) rows.push({ type, row });
  await copy.begin(changesPosition, rows);
  console.log(`Pulled ${copy.rows('PAPER').length} papers and ${copy.rows('AWARD').length} awards.`);
}

async function* allOf(type) {
  for (let after = null, more = true; more;) {
    const { rows } = await api.ask(pages[type], { after });
    yield* rows.nodes;
    ({ hasNextPage: more, endCursor: after } = rows.pageInfo);
  }
}

/** Applies what has changed, until there is nothing more. */
async function follow() {
  for (let more = true; more;) {
    try {
      const part = (await api.ask(changes, { after: copy.position })).changes;
      for (const entry of await copy.apply(part)) console.log(`${entry.type} ${entry.kind} ${entry.node?.title ?? entry.id}`);
      more = part.hasMore;
    } catch (refused) {
      if (!(refused instanceof Refused && lost.includes(refused.code))) throw refused;
      console.log(`${refused.message} Beginning anew.`);
      await begin();
    }
  }
  console.log('Up to date.');
}
