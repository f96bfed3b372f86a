// The reference implementation (npm graphql 17) as an oracle: one process that answers a line of JSON with a line of JSON.
//   {do: 'schema', name, text}                       keeps a schema under a name
//   {do: 'validate', schema, documents, hide}        {verdicts}: one for each document
//   {do: 'sdl', documents}                           {verdicts}
//   {do: 'rows', schema, rows}                       gives the schema of the library its rows
//   {do: 'execute', schema, requests}                {answers}: the data, and of each error the message, the places and the path
// A verdict is 'valid', or the errors with U+001E between them: the rule, the message and the places of each.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { library } from './Execution/library.mjs';
import { madeField, madeType } from './Execution/made-values.mjs';

const require = createRequire(new URL('../../Testing/Npm/', import.meta.url));
const graphql = require('graphql-reference');
const { validateSDL } = require('graphql-reference/validation/validate.js');
const { specifiedSDLRules } = require('graphql-reference/validation/specifiedRules.js');
const { buildASTSchema, buildSchema, getLocation, parse, specifiedRules, validate, validateSchema } = graphql;

// The edition of September 2025 has `SelectionSet : { Selection+ }`; the reference allows empty ones unless told otherwise.
const asTheEdition = { allowEmptySelectionSets: false };
const schemas = new Map(), resolvers = new Map();

const actions = {
  schema: ({ name, text }) => {
    schemas.set(name, buildSchema(text, asTheEdition));
    return {};
  },
  validate: ({ schema, documents, hide }) => ({
    verdicts: documents.map((text) => verdictOf(text, (document) => documentErrors(schemas.get(schema), document, hide))),
  }),
  rows: ({ schema, rows }) => {
    resolvers.set(schema, library(rows));
    return {};
  },
  execute: ({ schema, requests }) => ({ answers: requests.map((request) => answerOf(schema, request)) }),
  sdl: ({ documents }) => ({ verdicts: documents.map((text) => verdictOf(text, schemaErrors)) }),
};

function verdictOf(text, errorsOf) {
  let document;
  try {
    document = parse(text, asTheEdition);
  } catch (error) {
    if (!error.message.startsWith('Syntax Error')) throw error;
    return errorText('syntax', error.message, error.locations.map(place));
  }
  let errors;
  try {
    errors = errorsOf(document);
  } catch (error) {
    errors = [{ rule: 'failure', error }];
  }
  return errors.length === 0 ? 'valid' : errors.map(({ rule, error }) => errorText(rule, error.message, placesOf(error))).join('\u001E');
}

function documentErrors(schema, document, hideSuggestions) {
  const found = [];
  validate(schema, document, named(specifiedRules, found), { hideSuggestions, maxErrors: Infinity });
  return found;
}

// First the document by itself, then the schema that it makes. The values of built-in directives the reference sees only while it
// builds the schema, and throws the first that is wrong; and it fails at a default of what is no input type.
function schemaErrors(document) {
  const found = [];
  validateSDL(document, undefined, named(specifiedSDLRules, found));
  if (found.length > 0) return found;
  try {
    return validateSchema(buildASTSchema(document, { assumeValidSDL: true })).map((error) => ({ rule: 'schema', error }));
  } catch (error) {
    return [{ rule: error instanceof graphql.GraphQLError ? 'BuiltInDirectiveValuesRule' : 'failure', error }];
  }
}

// Each rule reports through a context of its own that notes its name. Two have others for documents of a schema; with us they are the same.
const named = (rules, found) => rules.map((rule) => (context) => rule(Object.create(context, {
  reportError: { value: (error) => { found.push({ rule: rule.name.replace('OnDirectives', ''), error }); context.reportError(error); } },
})));

const place = ({ line, column }) => `${line}:${column}`;
// A message may cut a character in two; what is left of it is no text.
const errorText = (rule, message, places) => `${rule}: ${message.toWellFormed()} @ ${places.join(' ')}`;

function placesOf(error) {
  return (error.nodes ?? []).filter((node) => node.loc).map((node) => place(getLocation(node.loc.source, node.loc.start)));
}

function answerOf(name, { document, operation, variables, seed }) {
  const { field: fieldResolver, type: typeResolver } = resolvers.get(name) ?? { field: madeField, type: madeType };
  const { data, errors } = graphql.execute({
    schema: schemas.get(name),
    document: parse(document, asTheEdition),
    operationName: operation,
    variableValues: variables,
    contextValue: { seed, calls: 0 },
    fieldResolver,
    typeResolver,
  });
  // Ours refuses such a request before anything runs.
  const refusals = errors?.filter((error) => error.originalError?.isRefused) ?? [];
  if (refusals.length > 0) return { refused: refusals.map((error) => error.path.filter((step) => typeof step === 'string').join('.')), isNull: data === null };
  return {
    ...data !== undefined && { data },
    // At most five errors are told of a request.
    ...errors !== undefined && { errors: errors.slice(0, 5).map(plainError) },
  };
}

// What a resolver did wrong is for the log of a server.
const isForTheLog = ({ message, originalError }) => (isThrown(originalError) && !message.startsWith('Cannot return null'))
  || /^(Expected Iterable|Abstract type)|cannot represent/.test(message) && !/^(Variable|Argument) "/.test(message);

const isThrown = (error) => (error instanceof graphql.GraphQLError ? isThrown(error.originalError) : error !== undefined);

const plainError = (error) => ({
  message: isForTheLog(error) ? 'failed' : error.message.toWellFormed(),
  places: placesOf(error).join(' '),
  path: error.path ?? null,
});

for await (const request of createInterface({ input: process.stdin })) {
  const { do: action, ...rest } = JSON.parse(request);
  let answer;
  try {
    answer = await actions[action](rest);
  } catch (error) {
    answer = { failure: error.stack };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
