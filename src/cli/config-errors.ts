import type { OutputUnit, Schema } from '@cfworker/json-schema';
import type { UsageError } from '../errors.ts';
import type { JsonPath, JsonSource } from './json-source.ts';
import { renderSuggestion } from './suggest.ts';

/** The first complaint of the validator as one sentence at the right line. Unknown keys first: they explain the rest. */
export function explainConfigErrors(
  errors: readonly OutputUnit[],
  source: JsonSource,
  { schema, value }: { readonly schema: Schema; readonly value: unknown },
): UsageError {
  const unknown = errors.find((error) => error.keyword === 'false');
  if (unknown) {
    const path = pathOf(unknown, value);
    const known = Object.keys(describeAt(schema, path.slice(0, -1)).properties ?? {});
    return source.complain(path, `unknown key "${path.join('.')}".${suggestKey(path, known)}`);
  }
  const missing = errors.find((error) => error.keyword === 'required');
  const deepest = missing ?? errors.reduce((a, b) => (depthOf(b) > depthOf(a) ? b : a));
  const path = pathOf(deepest, value);
  if (missing)
    return source.complain(path, `"${path.join('.')}" lacks ${/"[^"]*"/.exec(missing.error)?.[0] ?? 'a key'}.`);
  const name = path.length === 0 ? 'the configuration' : `"${path.join('.')}"`;
  return source.complain(path, `${name} cannot be ${showValue(valueAt(value, path))}. ${expectationAt(schema, path)}`);
}

function suggestKey(path: JsonPath, known: readonly string[]): string {
  const suggestion = renderSuggestion(String(path.at(-1)), known);
  return suggestion === '' ? ` Known are ${known.filter((key) => key !== '$schema').join(', ')}.` : suggestion;
}

function depthOf(error: OutputUnit): number {
  return error.instanceLocation.split('/').length;
}

/** `#/phrases/0/wrd` -> ['phrases', 0, 'wrd'] */
function pathOf(error: OutputUnit, value: unknown): JsonPath {
  const parts = error.instanceLocation.split('/').slice(1);
  const path: (string | number)[] = [];
  for (const part of parts) {
    const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(valueAt(value, path)) ? Number(key) : key);
  }
  return path;
}

function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | null)?.[key], value);
}

function showValue(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

/** What the schema says of the value, or of the nearest thing around it that it describes. */
function expectationAt(schema: Schema, path: JsonPath): string {
  for (let length = path.length; length > 0; length--) {
    const { description } = describeAt(schema, path.slice(0, length));
    if (typeof description === 'string') return `Expected: ${description}`;
  }
  return 'Expected: an object { ... }.';
}

/** The schema of the value at `path`, references followed; the description beside a reference wins. */
function describeAt(schema: Schema, path: JsonPath): Schema {
  return path.reduce<Schema>((outer, key) => {
    const inner = (typeof key === 'number' ? outer.items : (outer.properties?.[key] ?? outer.additionalProperties)) as
      Schema | undefined;
    return resolve(schema, inner ?? {});
  }, schema);
}

function resolve(schema: Schema, part: Schema): Schema {
  const name = part.$ref?.replace('#/$defs/', '');
  return name === undefined ? part : { ...(schema.$defs?.[name] as Schema), ...part };
}
