import { UnsoundError } from '../errors.ts';
import type { Connection } from './connection.ts';
import { clearFold, readTip } from './lines.ts';
import type { Store } from './store.ts';

/** What a store needs beside its connection. */
export interface StoreParts {
  readonly note: string | null;
  readonly lock: () => Promise<() => void>;
}

/** The store over a connection. What the common run does not need is loaded when it is called. */
export function buildStore(connection: Connection, { note, lock }: StoreParts): Store {
  return {
    note,
    exclusively: async (work) => {
      const release = await lock();
      try {
        return await work();
      } finally {
        release();
      }
    },
    ...foldMethods(connection),
    ...hackMethods(connection),
    ...recordMethods(connection),
    ...lookMethods(connection),
    close: async () => connection.close(),
  };
}

const prior = () => import('./prior.ts');
const sights = () => import('./sights.ts');
const fold = () => import('./fold.ts');
const hacks = () => import('./hacks.ts');
const events = () => import('./events.ts');
const openAt = () => import('./open-at.ts');
const commits = () => import('./stored-commits.ts');
const verdicts = () => import('./verdicts.ts');
const admissions = () => import('./admissions.ts');
const rewrites = () => import('./rewrites.ts');
const steps = () => import('./steps.ts');
const mainline = () => import('./mainline.ts');
const people = () => import('./people.ts');
const snapshots = () => import('./snapshots.ts');
const aliases = () => import('./aliases.ts');
const facts = () => import('./facts.ts');
const dump = () => import('./dump.ts');

function foldMethods(connection: Connection) {
  const { reads, writes } = buildMethods(connection);
  return {
    readTip: async (line: string, foldKey: string) => connection.reading(() => readTip(connection, line, foldKey)),
    clearFold: async (line: string) => connection.writing(() => clearFold(connection, line)),
    readSights: reads(sights, 'readSights'),
    writeSights: writes(sights, 'writeSights'),
    readPrior: reads(prior, 'readPrior'),
    writeFold: writes(fold, 'writeFold'),
  };
}

function hackMethods(connection: Connection) {
  const { reads, writes } = buildMethods(connection);
  return {
    readHacks: reads(hacks, 'readHacks'),
    readUnjudged: reads(hacks, 'readUnjudged'),
    findHackIds: reads(hacks, 'findHackIds'),
    readEvents: reads(events, 'readEvents'),
    readEventsSince: reads(events, 'readEventsSince'),
    readOpenAt: reads(openAt, 'readOpenAt'),
    readCommits: reads(commits, 'readCommits'),
    writeVerdicts: writes(verdicts, 'writeVerdicts'),
    readAdmissions: reads(admissions, 'readAdmissions'),
    replaceAdmissions: writes(admissions, 'replaceAdmissions'),
    readSteps: reads(steps, 'readSteps'),
    readRewritten: reads(rewrites, 'readRewritten'),
    replaceRewrites: writes(rewrites, 'replaceRewrites'),
  };
}

function recordMethods(connection: Connection) {
  const { reads, writes } = buildMethods(connection);
  return {
    writeSnapshot: writes(snapshots, 'writeSnapshot'),
    readSnapshots: reads(snapshots, 'readSnapshots'),
    freezeBefore: writes(snapshots, 'freezeBefore'),
    readAliases: reads(aliases, 'readAliases'),
    writeAliases: writes(aliases, 'writeAliases'),
    readPeople: reads(people, 'readPeople'),
  };
}

function lookMethods(connection: Connection) {
  const { reads } = buildMethods(connection);
  return {
    readMainline: reads(mainline, 'readMainline'),
    findMainlineAt: reads(mainline, 'findMainlineAt'),
    readFacts: reads(facts, 'readFacts'),
    findDamage: () => reads(facts, 'findDamage')().catch(asFinding),
    dumpDerived: reads(dump, 'dumpDerived'),
  };
}

// Some damage ends the looking itself.
function asFinding(error: unknown): string[] {
  if (error instanceof UnsoundError) return [error.message];
  throw error;
}

/** A step takes the connection and answers at once; as a method of the store it is a transaction and a promise. */
type Method<Step> = Step extends (connection: Connection, ...args: infer Args) => infer Answer
  ? (...args: Args) => Promise<Answer>
  : never;

type Load<Module> = () => Promise<Module>;

function buildMethods(connection: Connection) {
  return {
    reads: <Module, Name extends keyof Module>(load: Load<Module>, name: Name) =>
      buildMethod(connection, 'reading', async () => (await load())[name]),
    writes: <Module, Name extends keyof Module>(load: Load<Module>, name: Name) =>
      buildMethod(connection, 'writing', async () => (await load())[name]),
  };
}

function buildMethod<Step>(connection: Connection, mode: 'reading' | 'writing', load: Load<Step>): Method<Step> {
  const method = async (...args: readonly unknown[]): Promise<unknown> => {
    const step = (await load()) as (connection: Connection, ...args: readonly unknown[]) => unknown;
    return connection[mode](() => step(connection, ...args));
  };
  return method as Method<Step>;
}
