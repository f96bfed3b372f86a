// The copy: a file of lines that only grows. A line is a row in a version, or the position up to which all lines before it go. Lines behind the
// last position are of a part that was not finished, and are dropped when the file is opened; so a kill at any moment does no harm.

import { open, readFile, rename, mkdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';

export class Copy {
  #path;
  #rows = new Map();
  #lines = 0;
  position = null;

  constructor(path) {
    this.#path = path;
  }

  static async open(folder) {
    await mkdir(folder, { recursive: true });
    const copy = new Copy(join(folder, 'papers-and-awards.jsonl'));
    await copy.#read();
    return copy;
  }

  /** The rows that are there, by type. */
  rows(type) {
    return [...this.#rows.values()].filter((known) => known.row !== null && known.type === type).map((known) => known.row);
  }

  /** Begins anew: what neither the pages nor the feed tell from here on is not in the copy any more. */
  async begin(position, rows) {
    const lines = rows.map(({ type, row }) => ({ id: row.id, version: '0', type, row }));
    await this.#replace([...lines, { position }]);
  }

  /** Applies a part of the feed, and remembers where it ended. An entry that is not newer than what is known is passed over. */
  async apply({ entries, position }) {
    const newer = entries.filter((entry) => !(BigInt(this.#rows.get(entry.id)?.version ?? -1) >= BigInt(entry.version)));
    // Of a row that is gone the version is kept, so that no older entry brings it back.
    const lines = newer.map(({ id, version, type, node }) => ({ id, version, type, row: node }));
    if (lines.length === 0 && position === this.position) return newer;
    await this.#append([...lines, { position }]);
    if (this.#lines > 2 * this.#rows.size + 10_000) await this.#replace([...this.#rows.values(), { position }]);
    return newer;
  }

  async #read() {
    const text = await readFile(this.#path).catch((fault) => { if (fault.code === 'ENOENT') return Buffer.alloc(0); throw fault; });
    let [whole, waiting] = [0, []];
    for (let start = 0, end; (end = text.indexOf(10, start)) >= 0; start = end + 1) {
      const line = JSON.parse(text.subarray(start, end).toString());
      waiting.push(line);
      if (!('position' in line)) continue;
      this.#take(waiting);
      [whole, waiting] = [end + 1, []];
    }
    if (whole < text.length) await truncate(this.#path, whole);
  }

  #take(lines) {
    for (const line of lines) {
      if ('position' in line) this.position = line.position;
      else this.#rows.set(line.id, line);
    }
    this.#lines += lines.length;
  }

  async #append(lines) {
    await this.#write(this.#path, 'a', lines);
    this.#take(lines);
  }

  /** In place of all lines; the old file is there until the new one is whole. */
  async #replace(lines) {
    await this.#write(`${this.#path}.new`, 'w', lines);
    await rename(`${this.#path}.new`, this.#path);
    this.#rows.clear();
    this.#lines = 0;
    this.#take(lines);
  }

  async #write(path, how, lines) {
    const file = await open(path, how);
    await file.writeFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await file.sync();
    await file.close();
  }
}
