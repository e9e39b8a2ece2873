import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import { globbySync } from 'globby';
import type { Report, SchemaName } from '../../src/model/report.ts';
import { renderJson } from '../../src/report/json/json.ts';
import { SHAPES, type Shape } from '../../src/report/json/shapes.ts';
import { renderReport } from '../../src/report/render.ts';
import { sampleAgenda } from './sample-agenda.ts';
import { LIST, SAMPLES, SCAN, STYLE } from './sample-reports.ts';

interface JsonSchema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

const files = globbySync('schema/*.schema.json').toSorted();
const schemas = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as JsonSchema);

function schemaOf(name: SchemaName): JsonSchema {
  const id = `${name.replace(/^hackdebt\./, '').replace(/\/1$/, '')}.schema.json`;
  return schemas.find((schema) => schema.$id === id) ?? assert.fail(`no schema ${id}`);
}

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
(formats.default as unknown as (ajv: Ajv2020) => void)(ajv);
for (const schema of schemas) ajv.addSchema(schema);

for (const report of [...SAMPLES, sampleAgenda()]) {
  test(`the JSON of ${report.schema} is valid by its shipped schema`, () => {
    const validate = ajv.getSchema(schemaOf(report.schema).$id ?? '') ?? assert.fail('no validator');
    validate(JSON.parse(renderJson(report)));
    assert.deepEqual(validate.errors, null);
  });
}

/** Keys of a schema in its order, as a shape; alternatives are laid over each other. */
function shapeOf(schema: JsonSchema): Shape {
  if (schema.$ref !== undefined) return shapeOf(resolve(schema.$ref));
  if (schema.items) return shapeOf(schema.items);
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map(shapeOf);
  const entries = Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, shapeOf(inner)] as const);
  const merged = Object.assign({}, ...parts, Object.fromEntries(entries)) as NonNullable<Shape>;
  return Object.keys(merged).length > 0 ? merged : null;
}

function resolve(ref: string): JsonSchema {
  const name = /#\/\$defs\/(\w+)$/.exec(ref)?.[1] ?? '';
  const common = schemas.find((schema) => schema.$id === 'common.schema.json');
  return common?.$defs?.[name] ?? assert.fail(ref);
}

/** Every path of keys, in order; where a schema has alternatives their order is not compared. */
function keysOf(shape: Shape, prefix = ''): readonly string[] {
  return Object.entries(shape ?? {}).flatMap(([key, inner]) => [
    `${prefix}${key}`,
    ...keysOf(inner, `${prefix}${key}.`),
  ]);
}

function isMixed(key: string): boolean {
  return /(^|\.)(since|window)\./.test(key);
}

for (const name of Object.keys(SHAPES) as SchemaName[]) {
  test(`the keys of ${name} are those of its schema, in its order`, () => {
    const [ours, theirs] = [keysOf(SHAPES[name]), keysOf(shapeOf(schemaOf(name)))];
    assert.deepEqual(
      ours.filter((key) => !isMixed(key)),
      theirs.filter((key) => !isMixed(key)),
    );
    assert.deepEqual(ours.filter(isMixed).toSorted(), theirs.filter(isMixed).toSorted());
  });
}

test('a key that the contract does not name is not written', () => {
  const report = { ...SCAN, secret: 'tilt' } as Report;
  assert.doesNotMatch(renderJson(report), /tilt"/);
});

test('keys come in the order of the contract however the report was built', () => {
  const shuffled = Object.fromEntries(Object.entries(SCAN).toReversed()) as unknown as Report;
  assert.equal(renderJson(shuffled), renderJson(SCAN));
});

function countListed(limit: number | null): number {
  const document = JSON.parse(renderReport(LIST, 'json', { ...STYLE, limit })) as { hacks: unknown[] };
  return document.hacks.length;
}

test('JSON lists all hacks unless a limit is asked for', () => {
  assert.deepEqual([countListed(null), countListed(2)], [3, 2]);
});

test('no JSON of a repository without sprints has a word of sprint, day or demo', () => {
  assert.doesNotMatch(renderJson(SCAN), /sprint|demo|"day"/i);
});
