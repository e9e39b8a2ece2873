import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { openAsker, type Asker } from './ask.ts';
import { readNow } from './clock.ts';
import type { Common } from './common.ts';
import { openConsole } from './console.ts';
import type { Io } from './io.ts';
import type { Run } from './program.ts';
import type { Frame } from './row.ts';
import { buildSettings } from './settings.ts';
import { rejectOn } from './trouble.ts';
import { readPackage } from './version.ts';
import { writeReport } from './write.ts';

/** Variables that name a CI system, and the branch or commit that a merge request goes to. */
const CI_VARIABLES = [
  'CI',
  'GITHUB_ACTIONS',
  'GITHUB_REF',
  'GITHUB_SHA',
  'GITHUB_BASE_REF',
  'CI_MERGE_REQUEST_TARGET_BRANCH_SHA',
  'CI_MERGE_REQUEST_DIFF_BASE_SHA',
  'CI_MERGE_REQUEST_TARGET_BRANCH_NAME',
  'SYSTEM_PULLREQUEST_TARGETBRANCH',
  'BITBUCKET_PR_DESTINATION_COMMIT',
  'BITBUCKET_PR_DESTINATION_BRANCH',
  'CHANGE_TARGET',
  'GITLAB_CI',
  'TF_BUILD',
  'TEAMCITY_VERSION',
  'BITBUCKET_BUILD_NUMBER',
  'JENKINS_URL',
];

/** What git needs to start, and where it finds the user's `safe.directory`; the git room lets through less still. */
const GIT_VARIABLES = [
  'PATH',
  'PATHEXT',
  'SYSTEMROOT',
  'WINDIR',
  'TEMP',
  'TMP',
  'TMPDIR',
  'LD_LIBRARY_PATH',
  'DYLD_LIBRARY_PATH',
  'DEVELOPER_DIR',
];
/** What seals the cache of the gate. */
const SECRETS = ['HACKDEBT_CACHE_KEY'];
const USER_VARIABLES = ['HOME', 'XDG_CONFIG_HOME', 'USERPROFILE', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM'];

/** Runs one command and writes its report; returns the exit code. */
export async function runCommand({ common, run }: Run, io: Io, signal: AbortSignal): Promise<number> {
  const console = openConsole(io.stderr, common);
  const asker = openAsker(io, signal);
  try {
    const result = await run(buildFrame(common, io, { console, signal, asker }));
    signal.throwIfAborted();
    console.close();
    await writeReport(result, common, io);
    return result.exitCode;
  } finally {
    asker.close();
    console.close();
  }
}

function buildFrame(
  common: Common,
  io: Io,
  { console, signal, asker }: Pick<Frame, 'console'> & { signal: AbortSignal; asker: Asker },
): Frame {
  const cwd = readCwd(io);
  return {
    dir: resolve(cwd, common.dir ?? '.'),
    settings: buildSettings(common, io.env, cwd),
    outside: {
      now: readNow(io.env),
      env: readVariables(io.env, cwd),
      cwd,
      signal,
      versions: { hackdebt: readPackage().version, node: process.versions.node },
      readStdin: () => Promise.race([readAll(io.stdin), rejectOn(signal)]),
      ask: asker.ask,
    },
    console,
  };
}

function readCwd(io: Io): string {
  try {
    return io.cwd();
  } catch (error) {
    throw new UsageError('the current folder is gone. Go to one that exists.', { cause: error });
  }
}

function readVariables(env: Io['env'], cwd: string): Readonly<Record<string, string>> {
  const found = [...CI_VARIABLES, ...GIT_VARIABLES, ...USER_VARIABLES, ...SECRETS].flatMap((name) => {
    const value = env[name];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  const index = env['GIT_INDEX_FILE'] || undefined;
  // Git tells a hook of the index that it commits; relative to where the hook runs.
  return { ...Object.fromEntries(found), ...(index !== undefined && { GIT_INDEX_FILE: resolve(cwd, index) }) };
}

async function readAll(stdin: Io['stdin']): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}
