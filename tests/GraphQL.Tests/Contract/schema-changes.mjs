// What the reference finds between all ordered pairs of schemas.
// In: [sdl]. Out: [{ older, newer, breaking: [{ type, description }], dangerous: [...] }], with the schemas' numbers.
import { text } from 'node:stream/consumers';
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql-reference';

const schemas = JSON.parse(await text(process.stdin)).map((sdl) => buildSchema(sdl));
const changes = schemas.flatMap((a, older) => schemas.map((b, newer) => ({
  older,
  newer,
  breaking: findBreakingChanges(a, b),
  dangerous: findDangerousChanges(a, b),
})));
process.stdout.write(JSON.stringify(changes));
