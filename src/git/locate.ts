import { UnsoundError, UsageError } from '../errors.ts';
import { buildEnvironment, type Environment } from './hardening.ts';
import { locationQuestions, parseLocation, type Location } from './location.ts';
import { GitFailure, readGit, type GitContext } from './process.ts';
import { readSafeDirectories } from './safe-directories.ts';

/** What a look for a repository needs to know. */
export interface Search {
  readonly folder: string;
  readonly git: string;
  readonly env: Environment;
  readonly signal?: AbortSignal;
}

interface Attempt {
  readonly isBare: boolean;
  readonly safeDirectories?: readonly string[];
  /** Set once git has refused a bare repository that nobody named. */
  readonly isNamed?: boolean;
}

/** Finds the repository that holds the folder. One git process, more only for bare repositories and those of other owners. */
export async function locate(search: Search): Promise<Location> {
  let attempt: Attempt = { isBare: false };
  for (;;) {
    try {
      return await ask(search, attempt);
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
      attempt = await remedy(search, attempt, error);
    }
  }
}

async function ask(search: Search, attempt: Attempt): Promise<Location> {
  const context: GitContext = { ...search, env: buildEnvironment(search.env) };
  const settings = [
    ...(attempt.isNamed ? ['safe.bareRepository=all'] : []),
    ...(attempt.safeDirectories ?? []).map((folder) => `safe.directory=${folder}`),
  ];
  const args = locationQuestions(attempt.isBare);
  const output = await readGit(context, { name: 'rev-parse', args, settings, folder: search.folder });
  const { location, relativeGitDir } = parseLocation(output.toString(), attempt.isBare);
  // A bare repository counts when it is the very folder given, not when it merely lies around it.
  if (attempt.isNamed && relativeGitDir !== '.') throw new NoRepository(search.folder);
  return location;
}

/** What to try next after git's refusal, or the sentence for the user. */
async function remedy(search: Search, attempt: Attempt, failure: GitFailure): Promise<Attempt> {
  const { complaints } = failure;
  if (/safe\.bareRepository/.test(complaints) && !attempt.isNamed) return { ...attempt, isBare: true, isNamed: true };
  if (/must be run in a work tree/.test(complaints) && !attempt.isBare) return { ...attempt, isBare: true };
  if (/dubious ownership|unsafe repository/.test(complaints)) {
    const safeDirectories = attempt.safeDirectories ?? (await readSafeDirectories(search));
    if (attempt.safeDirectories === undefined && safeDirectories.length > 0) return { ...attempt, safeDirectories };
    throw ownedBySomebodyElse(complaints, search.folder);
  }
  if (/cannot change to/.test(complaints)) throw new UsageError(`There is no folder ${search.folder}.`);
  if (/not a git repository/.test(complaints)) throw new NoRepository(search.folder);
  throw failure;
}

/** There is none at all, so that what needs none may go on. */
export class NoRepository extends UnsoundError {
  constructor(folder: string) {
    super(`${folder} is not in a git repository. Give the folder of one with -C DIR.`);
  }
}

/** `fatal: detected dubious ownership in repository at '/srv/app'` */
function ownedBySomebodyElse(complaints: string, folder: string): UnsoundError {
  const path = /repository (?:at )?\(?'([^'\n]+)'/.exec(complaints)?.[1] ?? folder;
  return new UnsoundError(
    `The repository ${path} belongs to another user. If you trust it: git config --global --add safe.directory '${path}'`,
  );
}
