import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import type { FoundConfig } from '../model/config.ts';
import type { RootReader, Settings } from '../model/request.ts';
import type { Common } from './common.ts';
import type { Io } from './io.ts';
import { DEFAULTS, override, type Override } from './defaults.ts';

/** Where a configuration is looked for at the root; the first one found counts. */
const NAMES = ['hackdebt.config.json', 'hackdebt.config.jsonc', 'package.json'] as const;

/** More threads than this take memory and save no time: git cannot hand over faster. */
const MOST_JOBS = 4;

/** Flags, HACKDEBT_*, file, defaults: the first one that says something wins. `cwd` is what relative files refer to. */
export function buildSettings(common: Common, env: Io['env'], cwd: string): Settings {
  const database = common.database ?? (env['HACKDEBT_DB'] || null);
  const file = common.config ?? (env['HACKDEBT_CONFIG'] || null);
  return {
    database: database === null ? null : resolve(cwd, database),
    scope: common.scope ?? (env['HACKDEBT_SCOPE'] || null),
    jobs: common.jobs ?? Math.min(MOST_JOBS, availableParallelism()),
    findConfigFile: async (read) => (await findFile(read))?.name ?? null,
    readConfig: async (read) => {
      const found = file === null ? await findConfig(read) : await parse(readGiven(resolve(cwd, file), file), file);
      return { ...found, config: override(found.config, readOverride(common, env)) };
    },
  };
}

/** Loads the parser only where there is something to parse. */
async function findConfig(read: RootReader): Promise<FoundConfig> {
  const file = await findFile(read);
  return file ? parse(file.text, file.name) : { config: DEFAULTS, origin: null };
}

async function findFile(read: RootReader): Promise<{ readonly name: string; readonly text: string } | undefined> {
  for (const name of NAMES) {
    const text = await read(name);
    if (text !== null && (name !== 'package.json' || (await hasOwnSection(text)))) return { name, text };
  }
  return undefined;
}

/** A package.json that does not mention us is none of our business, not even if it is broken. */
async function hasOwnSection(text: string): Promise<boolean> {
  if (!/"hackdebt"\s*:/.test(text)) return false;
  const { hasRootKey } = await import('./json-source.ts');
  return hasRootKey(text, 'hackdebt');
}

async function parse(text: string, origin: string): Promise<FoundConfig> {
  const { parseConfig } = await import('./config.ts');
  return { config: parseConfig(text, origin), origin };
}

function readGiven(path: string, asTyped: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`--config "${asTyped}" cannot be read (${code}). Name a file.`, { cause: error });
  }
}

function readOverride(common: Common, env: Io['env']): Override {
  return {
    branch: env['HACKDEBT_BRANCH'] || null,
    people: env['HACKDEBT_PEOPLE'] || null,
    emails: common.emails ? true : readSwitch(env['HACKDEBT_EMAILS']),
  };
}

function readSwitch(text: string | undefined): boolean | null {
  if (text === undefined || text === '') return null;
  if (text === '1' || text === 'true') return true;
  if (text === '0' || text === 'false') return false;
  throw new UsageError(`HACKDEBT_EMAILS cannot be "${text}". It is true or false.`);
}
