// graphql-codegen on the printed schema and the registered operations, and tsc --strict on what it made.
// In besides: folder, an empty one to compile in; operations, [{ path, text }].
import assert from 'node:assert/strict';
import { symlink, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typescriptPlugin from '@graphql-codegen/typescript';
import * as operationsPlugin from '@graphql-codegen/typescript-operations';
import * as documentsPlugin from '@graphql-codegen/typed-document-node';
import { parse } from 'graphql';
import ts from 'typescript';
import { check, report, terms } from './checks.mjs';

const scalars = { ID: 'string', Date: 'string', DateTime: 'string', Decimal: 'string', Long: 'number', JSON: 'unknown' };

const application = `
import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
import { AwardsOfLevelDocument, SignInDocument, SchoolsBySizeDocument } from './operations';
import type * as Schema from './schema';

declare function ask<D>(document: D, variables: VariablesOf<D>): Promise<ResultOf<D>>;

export async function use(): Promise<string> {
  const { signIn } = await ask(SignInDocument, { input: { username: 'a', password: 'b' } });
  for (const error of signIn.errors) {
    if (error.__typename === 'AccountLockedError') return error.until;
  }
  // @ts-expect-error A password must be given.
  await ask(SignInDocument, { input: { username: 'a' } });
  const { schools } = await ask(SchoolsBySizeDocument, {});
  // @ts-expect-error It was not asked for.
  schools.nodes.map((school) => school.pinyin);
  const stage: Schema.SchoolStage = 'PRIMARY';
  // @ts-expect-error No value of the enum.
  const wrong: Schema.SchoolStage = 'NURSERY';
  await ask(AwardsOfLevelDocument, {} as VariablesOf<typeof AwardsOfLevelDocument>);
  return [stage, wrong, schools.nodes[0]?.name].join();
}
`;

const config = { scalars, strictScalars: true, enumsAsTypes: true, useTypeImports: true, nonOptionalTypename: true };

/** The types of the schema, and those of the operations with their documents: two files, as codegen's own presets make them. */
async function generate(operations) {
  const schema = parse(terms.sdl);
  const ofSchema = await codegen({
    filename: 'schema.ts', schema, documents: [], config, plugins: [{ typescript: {} }], pluginMap: { typescript: typescriptPlugin },
  });
  const ofOperations = await codegen({
    filename: 'operations.ts',
    schema,
    documents: operations.map(({ path, text }) => ({ location: path, document: parse(text) })),
    config: { ...config, importSchemaTypesFrom: 'schema.ts', namespacedImportName: 'Types' },
    plugins: [{ 'typescript-operations': {} }, { 'typed-document-node': {} }],
    pluginMap: { 'typescript-operations': operationsPlugin, 'typed-document-node': documentsPlugin },
  });
  return { 'schema.ts': ofSchema, 'operations.ts': ofOperations };
}

function compile(...files) {
  const program = ts.createProgram(files.map((file) => `${terms.folder}/${file}`), {
    strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler, lib: ['lib.es2022.d.ts'], types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) =>
    `${file?.fileName.split('/').pop()}:${file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

// TypeScript looks for the packages above the files.
const packages = fileURLToPath(new URL('.', import.meta.resolve('graphql'))).replace(/node_modules\/.*$/, 'node_modules');
await symlink(packages, `${terms.folder}/node_modules`, 'dir');

let generated;

await check('types and documents are made of the schema and every operation', async () => {
  generated = await generate(terms.operations);
  for (const { path } of terms.operations) {
    assert.match(generated['operations.ts'], new RegExp(`export const ${path.replace(/.*\//, '').replace('.graphql', '')}Document\\b`));
  }
});

await check('they compile with an application that uses them', async () => {
  for (const [file, text] of Object.entries(generated)) await writeFile(`${terms.folder}/${file}`, text);
  await writeFile(`${terms.folder}/application.ts`, application);
  assert.deepEqual(compile('application.ts'), []);
});

await check('enums and scalars are of their types', () => {
  assert.match(generated['schema.ts'], /export type SchoolStage =\n\s+\/\*\*/);
  for (const [scalar, type] of Object.entries(scalars)) assert.match(generated['schema.ts'], new RegExp(`\\b${scalar}: \\{ input: ${type}; output: ${type}; \\}`));
});

await check('an operation that the schema does not have is refused', async () => {
  await assert.rejects(generate([{ path: 'Wrong.graphql', text: 'query Wrong { nothing }' }]), /nothing/);
});

report();
