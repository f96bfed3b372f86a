// The library of the tests (Tables/Library.cs) in memory: lists with filters, orders and pages, by the contract's rules and in as few words
// as they take. Cursors and ids are opaque to clients; they are made here as the engine makes them, so that whole answers can be compared.
import { createHash } from 'node:crypto';

const maxPage = 500, defaultPage = 10;
const types = {
  Shelf: { table: 'library.shelf', key: 'shelf_id', columns: { name: 'text', note: 'text', remark: 'text', bookCount: 'int4' } },
  Book: { table: 'library.book', key: 'book_id', columns: { mark: 'int8', title: 'text', rating: 'int4', published: 'date' } },
};

/** Makes resolvers over `{ shelves: [{ district, id, name }], books: [{ district, id, shelf, title, rating, published }] }`. */
export function library({ shelves, books }) {
  const all = { Shelf: shelves.map((row) => ({ ...row, type: 'Shelf' })), Book: books.map((row) => ({ ...row, type: 'Book' })) };
  const shelfOf = (book) => all.Shelf.find((s) => s.district === book.district && s.id === book.shelf);
  const booksOf = (shelf) => all.Book.filter((b) => b.district === shelf.district && b.shelf === shelf.id);
  const lists = {
    books: booksOf,
    districtBooks: (shelf) => all.Book.filter((b) => b.district === shelf.district),
    sameTitle: (book) => all.Book.filter((b) => b.district === book.district && b.title === book.title),
  };

  const value = (row, field) => {
    switch (field) {
      case 'id': return idOf(row);
      case 'shelf': return shelfOf(row);
      case 'bookCount': return booksOf(row).length;
      // A rule keeps the notes of the second district.
      case 'note': return row.district === 1 ? 'note' : null;
      case 'remark': return 'remark';
      case 'inscription': return 'To all who read';
      // Books are marked in the order in which they came.
      case 'mark': return row.id;
      default: return row[field];
    }
  };

  const holds = (row, where) => Object.entries(where ?? {}).every(([field, wanted]) => {
    if (wanted === null) return true;
    switch (field) {
      case 'and': return wanted.every((term) => holds(row, term));
      case 'or': return wanted.length === 0 || wanted.some((term) => holds(row, term));
      case 'not': return !holds(row, wanted);
      case 'shelf': return holds(shelfOf(row), wanted);
      case 'books':
      case 'districtBooks':
      case 'sameTitle': return Object.entries(wanted).every(([quantifier, inner]) => related(lists[field](row), quantifier, inner));
      default: return Object.entries(wanted).every(([operation, operand]) => compare(value(row, field), operation, operand, field === 'id' ? row.type : undefined));
    }
  });

  const related = (rows, quantifier, inner) => {
    if (inner === null) return true;
    switch (quantifier) {
      case 'count': {
        const { where, ...comparisons } = inner;
        const count = rows.filter((row) => holds(row, where)).length;
        return Object.entries(comparisons).every(([operation, operand]) => compare(count, operation, operand));
      }
      case 'any': return inner === rows.length > 0;
      case 'some': return rows.some((row) => holds(row, inner));
      case 'none': return !rows.some((row) => holds(row, inner));
      default: return rows.every((row) => holds(row, inner));
    }
  };

  // A term: its path, its PostgreSQL type, the value of a row, and whether it goes down.
  const termsOf = (type, fields, path, from) => Object.entries(fields).flatMap(([field, order]) => {
    if (order === null) return [];
    if (field === 'shelf') return termsOf('Shelf', order, `${path}shelf.`, (row) => shelfOf(from(row)));
    if (field === 'books') return termsOfBooks(order, `${path}books.`, (row) => booksOf(from(row)));
    return [{ path: path + field, sql: types[type].columns[field], of: (row) => value(from(row), field), down: order === 'DESC' }];
  });

  // By the number of some of the related rows, or by the least or greatest value among them that is not missing.
  const termsOfBooks = ({ where, ...by }, path, from) => Object.entries(by).flatMap(([what, order]) => {
    if (order === null) return [];
    const some = (row) => from(row).filter((book) => holds(book, where));
    if (what === 'count') return [{ path: `${path}count`, sql: 'int4', of: (row) => some(row).length, down: order === 'DESC' }];
    const better = what === 'max' ? (a, b) => a > b : (a, b) => a < b;
    return termsOf('Book', order, `${path}${what}.`, (book) => book).map((term) => ({
      ...term,
      of: (row) => some(row).map(term.of).filter((value) => value !== null).reduce((best, value) => (best === null || better(value, best) ? value : best), null),
    }));
  });

  const orderOf = (type, order) => {
    const terms = (order ?? []).flatMap((fields) => termsOf(type, fields, '', (row) => row));
    for (const [path, sql, of] of [['district_id', 'int4', (row) => row.district], [types[type].key, 'int8', (row) => row.id]])
      terms.push({ path, sql, of, down: terms.at(-1)?.down ?? false });
    return terms;
  };

  const page = (type, rows, { first, last, after, before, where, order }) => {
    if (isGiven(first) && isGiven(last)) throw refused();
    const size = first ?? last ?? defaultPage;
    if (size < 0 || size > maxPage) throw refused();
    const backward = isGiven(last);
    const terms = orderOf(type, order);
    const digest = base64url(createHash('sha256').update(types[type].table + terms.map((t) => `${t.down ? '-' : '+'}${t.path}:${t.sql}`).join('')).digest()).slice(0, 8);
    const keysOf = (row) => terms.map((term) => { const of = term.of(row); return of === null ? null : String(of); });
    const side = (row, keys) => sideOf(terms, terms.map((term) => term.of(row)), keys);

    const list = rows.filter((row) => holds(row, where)).sort((a, b) => sideOf(terms, terms.map((t) => t.of(a)), terms.map((t) => t.of(b))));
    const [from, to] = [after, before].map((cursor) => (isGiven(cursor) ? keysIn(cursor, digest, terms) : undefined));
    const within = list.filter((row) => (!from || side(row, from) > 0) && (!to || side(row, to) < 0));
    const shown = backward ? within.slice(Math.max(0, within.length - size)) : within.slice(0, size);
    const more = within.length > size;
    const beyond = backward ? to && list.some((row) => side(row, to) >= 0) : from && list.some((row) => side(row, from) <= 0);
    const cursor = (row) => base64url(Buffer.from(digest + JSON.stringify(keysOf(row))));
    return {
      nodes: shown,
      edges: shown.map((row) => ({ node: row, cursor: cursor(row) })),
      totalCount: list.length,
      pageInfo: {
        hasNextPage: backward ? Boolean(beyond) : more,
        hasPreviousPage: backward ? more : Boolean(beyond),
        startCursor: shown.length > 0 ? cursor(shown[0]) : null,
        endCursor: shown.length > 0 ? cursor(shown.at(-1)) : null,
      },
    };
  };

  const byId = (text, type) => {
    const id = parseId(text);
    if (!id || !all[id.type] || (type && type !== id.type)) throw refused();
    return all[id.type].find((row) => row.district === id.district && row.id === id.id) ?? null;
  };

  return {
    field: (source, args, context, { fieldName }) => {
      switch (fieldName) {
        case 'shelves': return page('Shelf', all.Shelf, args);
        case 'books':
        case 'districtBooks':
        case 'sameTitle': return page('Book', source ? lists[fieldName](source) : all.Book, args);
        case 'shelf': return source ? shelfOf(source) : byId(args.id, 'Shelf');
        case 'book': return byId(args.id, 'Book');
        case 'node': return source?.cursor ? source.node : byId(args.id);
        case 'nodes': return source?.nodes ?? args.ids.map((id) => byId(id));
        default: return source.type ? value(source, fieldName) : source[fieldName];
      }
    },
    type: (row) => row.type,
  };
}

/** What our engine refuses before anything runs. */
export const refused = () => Object.assign(new Error('refused'), { isRefused: true });

const isGiven = (value) => value !== null && value !== undefined;
const base64url = (bytes) => bytes.toString('base64url');
const idOf = (row) => base64url(Buffer.from(`${row.type}:${row.district}:${row.id}`));

function parseId(text) {
  const match = /^([A-Za-z]+):(\d+):(\d+)$/.exec(Buffer.from(text, 'base64url').toString('latin1'));
  if (!match) return null;
  const id = { type: match[1], district: Number(match[2]), id: Number(match[3]) };
  return idOf(id) === text ? id : null;
}

function keysIn(cursor, digest, terms) {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!text.startsWith(digest)) throw refused();
  return JSON.parse(text.slice(digest.length)).map((key, i) => (key !== null && terms[i].sql.startsWith('int') ? Number(key) : key));
}

/** Where a row stands to another, or to keys: below 0 before it, above 0 after it. Null counts as greater than every value. */
function sideOf(terms, left, right) {
  for (let i = 0; i < terms.length; i++) {
    const side = left[i] === right[i] ? 0 : left[i] === null ? 1 : right[i] === null ? -1 : left[i] < right[i] ? -1 : 1;
    if (side !== 0) return terms[i].down ? -side : side;
  }
  return 0;
}

/** A negated comparison holds wherever the plain one does not, null among them. */
function compare(value, operation, operand, idType) {
  if (operand === null) return operation === 'eq' && !idType ? value === null : operation === 'neq' && !idType ? value !== null : true;
  if (idType) checkIds(operation, operand, idType);
  switch (operation) {
    case 'eq': return value === operand;
    case 'in': return operand.includes(value);
    case 'gt': return value !== null && value > operand;
    case 'gte': return value !== null && value >= operand;
    case 'lt': return value !== null && value < operand;
    case 'lte': return value !== null && value <= operand;
    case 'contains': return value !== null && value.includes(operand);
    case 'startsWith': return value !== null && value.startsWith(operand);
    case 'endsWith': return value !== null && value.endsWith(operand);
    default: return !compare(value, operation.slice(1), operand, idType);
  }
}

/** One id must be of the type; in a list, ids of other types mean none. */
function checkIds(operation, operand, type) {
  for (const text of [operand].flat()) {
    const id = text === null ? { type } : parseId(text);
    if (!id || (!Array.isArray(operand) && id.type !== type)) throw refused();
  }
}
