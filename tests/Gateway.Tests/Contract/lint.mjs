// Lints a folder with schema.graphql and operations. In: { folder }. Out: { files, findings: ["file:line rule: message"], notSpokenOf, unusedExceptions }.
import { text } from 'node:stream/consumers';
import path from 'node:path';
import { ESLint } from 'eslint';
import graphql from '@graphql-eslint/eslint-plugin';
import configure, { exceptions, spokenOf } from './eslint.config.mjs';

const { folder } = JSON.parse(await text(process.stdin));
const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: configure(folder) });
const results = await eslint.lintFiles(['schema.graphql', 'operations/**/*.graphql']);

const used = new Set();
const findings = results.flatMap(({ filePath, messages }) => messages
  .map(({ line, ruleId, message }) => ({ line, rule: ruleId?.replace('@graphql-eslint/', '') ?? 'parse', message }))
  .filter(({ rule, message }) => {
    const exception = exceptions.find((one) => one.rule === rule && one.finding.test(message));
    used.add(exception);
    return !exception;
  })
  .map(({ line, rule, message }) => `${path.relative(folder, filePath)}:${line} ${rule}: ${message}`));

const notSpokenOf = Object.entries(graphql.rules).flatMap(([name, { meta }]) => [meta.docs.category].flat()
  .map((category) => category.toLowerCase())
  .filter((category) => !spokenOf[category].includes(name))
  .map((category) => `${category}: ${name}`));

process.stdout.write(JSON.stringify({
  files: results.length,
  findings,
  notSpokenOf,
  unusedExceptions: exceptions.filter((exception) => !used.has(exception)).map(({ rule }) => rule),
}));
