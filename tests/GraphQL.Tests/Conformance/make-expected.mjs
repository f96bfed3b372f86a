// Writes what the reference implementation gives for a file of cases, in the same form as our runner:
//   npm install && node make-expected.mjs cases.jsonl > expected.jsonl
import { readFileSync } from 'node:fs';
import * as graphql from 'graphql';
import { validateSDL } from 'graphql/validation/validate.js';

const {
  buildASTSchema, buildSchema, getLocation, introspectionFromSchema, Lexer, parse, print, Source, specifiedRules, validate,
  validateSchema,
} = graphql;

// The edition of September 2025 has `SelectionSet : { Selection+ }`; the reference allows empty ones unless told otherwise.
const asTheEdition = { allowEmptySelectionSets: false };

for (const line of readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) {
  const test = JSON.parse(line);
  console.log(JSON.stringify({ id: test.id, op: test.op, ...run(test) }));
}

function run(test) {
  const options = { ...asTheEdition, maxTokens: test.maxTokens };
  try {
    switch (test.op) {
      case 'lex': return { parse: { ok: true }, tokens: tokens(test.doc) };
      case 'parse': return parse(test.doc, options) && { parse: { ok: true } };
      case 'ast': return { parse: { ok: true }, ast: plain(parse(test.doc, options)) };
      case 'print': return { parse: { ok: true }, text: print(parse(test.doc, options)) };
      case 'validate': return { parse: { ok: true }, errors: validationErrors(test, parse(test.doc, options)) };
      case 'sdl': return { parse: { ok: true }, errors: schemaErrors(parse(test.doc, options)) };
      case 'introspect': return { data: introspectionFromSchema(buildSchema(test.schema, asTheEdition)) };
      default: throw new Error(`No operation "${test.op}".`);
    }
  } catch (error) {
    if (!error.message.startsWith('Syntax Error')) throw error;
    const { line, column } = error.locations[0];
    return { parse: { ok: false, message: error.message, line, col: column } };
  }
}

function tokens(text) {
  const lexer = new Lexer(new Source(text));
  const all = [];
  do {
    const { kind, start, end, line, column, value } = lexer.advance();
    all.push([kind, start, end, line, column, value ?? null]);
  } while (lexer.token.kind !== '<EOF>');
  return all;
}

function plain(node) {
  if (Array.isArray(node)) return node.map(plain);
  if (node === null || typeof node !== 'object') return node;
  const { loc, ...parts } = node;
  const entries = Object.entries(parts).filter(([, part]) => part !== undefined).map(([name, part]) => [name, plain(part)]);
  return { ...Object.fromEntries(entries), loc: [loc.start, loc.end] };
}

function validationErrors(test, document) {
  const schema = buildSchema(test.schema, { ...asTheEdition, assumeValidSDL: true });
  const rules = test.rules?.flatMap((name) => graphql[name] ?? []) ?? specifiedRules;
  const found = [];
  // Each rule reports through a context of its own that notes its name.
  const named = rules.map((rule) => (context) => rule(Object.create(context, {
    reportError: { value: (error) => { found.push({ rule: rule.name, error }); context.reportError(error); } },
  })));
  validate(schema, document, named, { hideSuggestions: test.hideSuggestions, maxErrors: Infinity });
  return found.map(({ rule, error }) => ({ rule, message: error.message, loc: locations(error) }));
}

// Errors of the rules for SDL come as one text without locations; those of the schema have them.
function schemaErrors(document) {
  const errors = validateSDL(document).map((error) => ({ rule: 'SDL', message: error.message, loc: [] }));
  if (errors.length > 0) return errors;
  return validateSchema(buildASTSchema(document, { assumeValidSDL: true }))
    .map((error) => ({ message: error.message, loc: locations(error) }));
}

function locations(error) {
  return (error.nodes ?? []).filter((node) => node.loc).map((node) => {
    const { line, column } = getLocation(node.loc.source, node.loc.start);
    return [line, column];
  });
}
