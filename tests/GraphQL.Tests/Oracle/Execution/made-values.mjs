// The values of MadeValues.cs by the same rules: what a field gives follows from how it was reached and from its arguments.
import { createRequire } from 'node:module';

const { getNullableType, isAbstractType, isEnumType, isListType, isNonNullType, isScalarType } =
  createRequire(new URL('../../../Testing/Npm/', import.meta.url))('graphql-reference');

export function madeField(source, args, context, info) {
  const before = info.parentType === info.schema.getMutationType() ? context.calls++ : '';
  const parent = source?.key ?? context.seed;
  return made(info.schema, info.returnType, `${parent}.${before}${info.fieldName}${JSON.stringify(args)}`);
}

export const madeType = (value) => value.type;

function made(schema, type, key) {
  const chance = hash(key);
  const percent = chance % 100;
  const rest = Math.floor(chance / 100);
  if (percent < 3) throw new Error('made to fail');
  const none = isNonNullType(type) ? 5 : 15;
  if (percent < none) return null;
  const wrong = percent < none + 2;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    if (wrong) return 'no list';
    // The whole list is made first: where making an item fails, the list does.
    return Array.from({ length: rest % 4 }, (_, i) => made(schema, nullable.ofType, `${key}/${i}`));
  }
  if (isEnumType(nullable)) {
    const values = nullable.getValues();
    return wrong ? 'WRONG' : values[rest % values.length].name;
  }
  if (isScalarType(nullable)) {
    switch (nullable.name) {
      case 'Int': return wrong ? 3_000_000_000 : rest % 1000;
      case 'Float': return wrong ? NaN : (rest % 1000) / 8;
      case 'Boolean': return rest % 2 === 0;
      default: return key;
    }
  }
  const possible = (isAbstractType(nullable) ? schema.getPossibleTypes(nullable) : [nullable]).map((t) => t.name).sort();
  return { key, type: wrong ? 'Nobody' : possible[rest % possible.length] };
}

// FNV-1a of the UTF-16 code units, mixed well.
function hash(text) {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85EBCA6B);
  hash = Math.imul(hash ^ (hash >>> 13), 0xC2B2AE35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
