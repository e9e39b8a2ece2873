import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readCommon } from '../../src/cli/common.ts';
import { parseConfig } from '../../src/cli/config.ts';
import { DEFAULTS } from '../../src/cli/defaults.ts';
import { buildSettings } from '../../src/cli/settings.ts';
import { UsageError } from '../../src/errors.ts';
import { temporaryFolder } from '../git/temporary-repository.ts';

const FILE = 'hackdebt.config.json';
const common = readCommon({ args: [], options: {} }, { formats: ['terminal'] });

function complaintOf(text: string, origin = FILE): string {
  try {
    parseConfig(text, origin);
  } catch (error) {
    assert.ok(error instanceof UsageError, String(error));
    return error.message;
  }
  return assert.fail(`${text} was accepted`);
}

test('an empty configuration is the defaults', () => {
  assert.deepEqual(parseConfig('{}', FILE), DEFAULTS);
});

test('comments, trailing commas and a byte order mark are welcome', () => {
  assert.equal(parseConfig('\ufeff{ // ours\n "branch": "next", }', FILE).branch, 'next');
});

test('a sprint gets its defaults, and makes people named', () => {
  const { sprint, people } = parseConfig('{"sprint": {"start": "monday"}}', FILE);
  assert.equal(people, 'names');
  assert.deepEqual(sprint, {
    start: 'monday',
    days: 5,
    demoDay: 2,
    demoTime: null,
    dayEnds: '04:00',
    timezone: 'UTC',
    daysOff: ['saturday', 'sunday'],
    demoTag: null,
  });
});

function daysOffOf(text: string): unknown {
  return parseConfig(`{"sprint": {"start": "monday", "daysOff": ${text}}}`, FILE).sprint?.daysOff;
}

function nothing(): Promise<null> {
  return Promise.resolve(null);
}

test('holidays leave the weekend, weekdays replace it, an empty list takes it away', () => {
  assert.deepEqual(daysOffOf('["2026-12-24"]'), ['saturday', 'sunday', '2026-12-24']);
  assert.deepEqual(daysOffOf('["friday", "2026-12-24"]'), ['friday', '2026-12-24']);
  assert.deepEqual(daysOffOf('[]'), []);
});

test('who begins on a Sunday or Saturday has the two days before it off', () => {
  const daysOff = (start: string): unknown => parseConfig(`{"sprint": {"start": "${start}"}}`, FILE).sprint?.daysOff;
  assert.deepEqual(daysOff('sunday'), ['friday', 'saturday']);
  assert.deepEqual(daysOff('2026-11-14'), ['thursday', 'friday']);
  assert.deepEqual(daysOff('2026-11-16'), ['saturday', 'sunday']);
});

test('a sprint cannot begin on a day off', () => {
  assert.throws(
    () => parseConfig('{"sprint": {"start": "sunday", "daysOff": ["saturday", "sunday"]}}', FILE),
    /"sprint.start" is a sunday, which "sprint.daysOff" says is a day off/,
  );
});

test('rules of a scope are rules of its paths, beside those of the whole', () => {
  const web = '{"paths": ["apps/web"], "rules": {"maxOpen": 4, "noSwept": {"paths": ["apps/web/src"]}}}';
  const { gate, scopes } = parseConfig(`{"rules": {"maxOpen": 9}, "scopes": {"web": ${web}}}`, FILE);
  assert.deepEqual(scopes, [{ name: 'web', paths: ['apps/web'], sprint: null }]);
  assert.deepEqual(
    gate.rules.map(({ name, paths }) => [name, ...paths]),
    [['maxOpen'], ['maxOpen', 'apps/web'], ['noSwept', 'apps/web/src']],
  );
});

test('phrases get their words as title', () => {
  const { phrases, tags } = parseConfig('{"phrases": [{"word": "duct tape"}], "tags": ["todo"]}', FILE);
  assert.deepEqual(phrases, [{ word: 'duct tape', title: 'duct tape' }]);
  assert.deepEqual(tags, ['TODO']);
});

test('of a package.json only our key counts', () => {
  assert.equal(parseConfig('{"name": "x", "hackdebt": {"branch": "next"}}', 'package.json').branch, 'next');
  assert.match(complaintOf('{\n"hackdebt": {"brnch": ""}}', 'package.json'), /^package\.json:2: unknown key "brnch"/);
});

const COMPLAINTS: readonly (readonly [text: string, complaint: RegExp])[] = [
  ['{"sprnt": {}}', /^hackdebt\.config\.json:1: unknown key "sprnt"\. Did you mean "sprint"\?$/],
  [
    '{\n\n"sprint": {\n"start": "monday", "demoDy": 2}}',
    /^hackdebt\.config\.json:4: unknown key "sprint\.demoDy"\. Did you mean "demoDay"\?$/,
  ],
  ['{"x": 1}', /unknown key "x"\. Known are branch, sprint, people, /],
  ['{"sprint": {"start": "mon"}}', /"sprint\.start" cannot be "mon"\. Expected: A weekday such as monday/],
  ['{"sprint": {"start": "monday", "days": "5"}}', /"sprint\.days" cannot be "5"\. Expected: A whole number from 1/],
  ['{"sprint": {}}', /"sprint" lacks "start"\.$/],
  ['{"phrases": [{"wrd": "abc"}]}', /unknown key "phrases\.0\.wrd"\. Did you mean "word"\?/],
  ['{"phrases": [{"word": "duct tape", "severity": "low"}]}', /key "phrases\.0\.severity"\. Known are word, title\.$/],
  ['{"phrases": [{"word": "   "}]}', /"phrases\.0\.word" cannot be " {3}"\. Expected: Three letters or more/],
  ['{"phrases": [{"word": "duct tape", "title": " "}]}', /"phrases\.0\.title" cannot be " "\. Expected: A short text/],
  ['{"exclude": "a"}', /"exclude" cannot be "a"\. Expected: A list of globs/],
  ['{"tags": ["TODO", 3]}', /"tags\.1" cannot be 3\. Expected: A list of words/],
  ['{"people": "all"}', /"people" cannot be "all"\. Expected: names, initials or none/],
  ['[]', /the configuration cannot be \[\]\. Expected: an object/],
  ['{"branch": }', /^hackdebt\.config\.json:1: this is no JSON \(value expected\)\.$/],
  ['', /this is no JSON/],
  ['{"sprint": {"start": "2026-02-30"}}', /"sprint\.start" has no such date: 2026-02-30/],
  ['{"sprint": {"start": "monday", "timezone": "Mars/Olympus"}}', /"sprint\.timezone" "Mars\/Olympus" is not known\./],
  ['{"sprint": {"start": "monday", "days": 3, "demoDay": 4}}', /"sprint\.demoDay" 4 comes after the last day, 3\./],
  ['{"sprint": {"start": "monday", "days": 10}}', /longer than a week\. Make "sprint\.start" the date/],
  ['{"scopes": {"web": {}}}', /"scopes\.web" lacks "paths"\.$/],
  ['{"scopes": {"web": {"paths": [], "sprint": {"start": "monday"}}}}', /"scopes\.web\.paths" cannot be \[\]/],
  ['{"scopes": {"web": {"paths": ["a"], "sprnt": {}}}}', /unknown key "scopes\.web\.sprnt"\. Did you mean "sprint"\?/],
  [
    '{"scopes": {"web": {"paths": ["a"],\n"sprint": {"start": "2026-02-30"}}}}',
    /^hackdebt\.config\.json:2: "scopes\.web\.sprint\.start" has no such date: 2026-02-30/,
  ],
  ['{\n"\\ud800": 1}', /^hackdebt\.config\.json:2: the key "\\ud800" holds half a character\. Write it whole\.$/],
  ['{"scopes": {"\\ude00": {"paths": ["a"]}}}', /the key "\\ude00" holds half a character/],
  ['{"rules": {"noSwept": {"max": 3}}}', /"rules\.noSwept" has no "max": that is of maxNew, maxOpen, maxAge\.$/],
  [
    '{"rules": {"maxNew": [{"max": 1}, {"max": 2, "words": ["XXX"]}]}}',
    /"rules\.maxNew" has no "words": that is of forbid\.$/,
  ],
  [
    '{"scopes": {"web": {"paths": ["a"], "rules": {"dueDates": {"against": "demo"}}}}}',
    /"scopes\.web\.rules\.dueDates" has no "against": that is of ratchet\.$/,
  ],
  ['{"scopes": {"web": {"paths": ["a"], "rules": {"forbid": {}}}}}', /"scopes\.web\.rules\.forbid" needs "words"/],
];

for (const [text, complaint] of COMPLAINTS) {
  test(`${JSON.stringify(text)} is refused with what to do`, () => {
    assert.match(complaintOf(text), complaint);
    assert.doesNotMatch(complaintOf(text), /\n/);
  });
}

test('whatever JSON comes in, it is a configuration or one sentence', () => {
  const property = fc.property(fc.json(), (text) => {
    try {
      parseConfig(text, FILE);
    } catch (error) {
      assert.ok(error instanceof UsageError, String(error));
    }
  });
  fc.assert(property, { numRuns: 200 });
});

test('the first file at the root counts, and a package.json only if it speaks of us', async () => {
  const files: Record<string, string> = {
    'hackdebt.config.jsonc': '{"branch": "a"}',
    'package.json': '{"hackdebt": {"branch": "b"}}',
  };
  const { readConfig } = buildSettings(common, {}, '/');
  const read = (name: string): Promise<string | null> => Promise.resolve(files[name] ?? null);
  assert.equal((await readConfig(read)).config.branch, 'a');
  delete files['hackdebt.config.jsonc'];
  assert.deepEqual((await readConfig(read)).origin, 'package.json');
  files['package.json'] = '{"name": "broken';
  assert.deepEqual(await readConfig(read), { config: DEFAULTS, origin: null });
});

test('a package.json speaks of us at its root only, and what it says there must be a configuration', async () => {
  const files: Record<string, string> = {
    'package.json':
      '{"devDependencies": {"hackdebt": "^1.0.0"}, "peerDependenciesMeta": {"hackdebt": {"optional": true}}}',
  };
  const { readConfig, findConfigFile } = buildSettings(common, {}, '/');
  const read = (name: string): Promise<string | null> => Promise.resolve(files[name] ?? null);
  assert.equal(await findConfigFile(read), null);
  assert.deepEqual(await readConfig(read), { config: DEFAULTS, origin: null });
  files['package.json'] = '{\n"hackdebt": []}';
  assert.equal(await findConfigFile(read), 'package.json');
  await assert.rejects(readConfig(read), /^UsageError: package\.json:2: the configuration cannot be \[\]\./);
  files['package.json'] = '{"hackdebt": {"branch": "main"';
  await assert.rejects(readConfig(read), /^UsageError: package\.json:1: this is no JSON/);
});

function readFile(): Promise<string> {
  return Promise.resolve('{"branch": "file", "people": "names", "emails": true}');
}

test('flags win over the environment, which wins over the file', async () => {
  const env = { HACKDEBT_BRANCH: 'env', HACKDEBT_PEOPLE: 'none', HACKDEBT_EMAILS: 'false' };
  const { config } = await buildSettings(common, env, '/').readConfig(readFile);
  assert.deepEqual([config.branch, config.people, config.emails], ['env', 'none', false]);
  const flagged = await buildSettings({ ...common, emails: true }, env, '/').readConfig(readFile);
  assert.equal(flagged.config.emails, true);
});

test('--config names the file, relative to where the user stands', async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, 'own.json'), '{"branch": "own"}');
  const own = await buildSettings({ ...common, config: 'own.json' }, {}, folder).readConfig(nothing);
  assert.deepEqual([own.config.branch, own.origin], ['own', 'own.json']);
  const missing = buildSettings({ ...common, config: 'none.json' }, {}, folder);
  await assert.rejects(missing.readConfig(nothing), /--config "none\.json" cannot be read \(ENOENT\)\./);
});

test('nonsense in the environment is refused', async () => {
  for (const env of [{ HACKDEBT_EMAILS: 'perhaps' }, { HACKDEBT_PEOPLE: 'all' }]) {
    await assert.rejects(buildSettings(common, env, '/').readConfig(nothing), UsageError);
  }
});
