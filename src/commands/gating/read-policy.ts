import { BASELINE_FILE } from '../../gate/baseline.ts';
import type { Repository } from '../../git/repository.ts';
import type { CheckReport, Rule } from '../../model/check.ts';
import type { Config } from '../../model/config.ts';
import type { CommitOid, PathChange, RepoPath } from '../../model/git.ts';
import type { Request, RootReader } from '../../model/request.ts';
import { DECISIONS_FILE } from '../../sprints/decisions.ts';
import { rootReader } from '../mining/root-reader.ts';

/** The rules in force and where they come from. */
export interface FoundPolicy {
  readonly config: Config;
  readonly file: string | null;
  readonly from: CheckReport['policy']['from'];
}

const ATTRIBUTES = '.gitattributes';

/** Files that decide what the gate says. */
const FILES = ['hackdebt.config.json', 'hackdebt.config.jsonc', 'package.json', DECISIONS_FILE, BASELINE_FILE];

/** The configuration of the base, so that no branch loosens its own gate; `--config` goes before it. Without a base that of the head. */
export async function readPolicy(
  request: Request<unknown>,
  repository: Repository,
  base: CommitOid | null,
): Promise<FoundPolicy> {
  const read = base === null ? rootReader(repository) : commitReader(repository, base);
  let isAsked = false;
  const { config, origin } = await request.settings.readConfig((name) => {
    isAsked = true;
    return read(name);
  });
  if (!isAsked) return { config, file: origin, from: 'file' };
  return { config, file: origin, from: base === null ? 'head' : 'base' };
}

/** Reads policy files at the root of a commit's tree: all at once, when the first one is asked for. */
export function commitReader(repository: Repository, commit: CommitOid): RootReader {
  let texts: Promise<(Buffer | null)[]> | undefined;
  return async (name) => {
    texts ??= repository.texts(FILES.map((path) => ({ commit, path: path as RepoPath })));
    return (await texts)[FILES.indexOf(name)]?.toString('utf8') ?? null;
  };
}

/** The policy files that a branch changes: of a package.json only its own section counts, of attributes what they take out of the search. */
export async function findChangedPolicy(repository: Repository, changes: readonly PathChange[]): Promise<RepoPath[]> {
  const changed: RepoPath[] = [];
  for (const { path, before, after } of changes) {
    const read = readerOf(path);
    if (read === null) continue;
    const [old, young] = await Promise.all([before, after].map((blob) => read(repository, blob)));
    if (old !== young) changed.push(path);
  }
  return changed;
}

/** What counts of a policy file; null for other files. */
function readerOf(path: RepoPath): ((repository: Repository, blob: PathChange['before']) => Promise<unknown>) | null {
  if (path === 'package.json') return readSection;
  if (path === ATTRIBUTES || path.endsWith(`/${ATTRIBUTES}`)) return readAttributeLines;
  return FILES.includes(path) ? (_, blob) => Promise.resolve(blob) : null;
}

/** A branch that calls its files generated is not searched there: what it takes out of the search is read at its head. */
async function readAttributeLines(repository: Repository, blob: PathChange['before']): Promise<string> {
  const [bytes] = blob === null ? [] : await repository.texts([blob]);
  const lines = (bytes?.toString('latin1') ?? '').split(/\r?\n/);
  return lines.filter((line) => /linguist-(?:generated|vendored|language)|\bbinary\b|-diff\b/.test(line)).join('\n');
}

async function readSection(repository: Repository, blob: PathChange['before']): Promise<string | undefined> {
  const [bytes] = blob === null ? [] : await repository.texts([blob]);
  if (!bytes) return undefined;
  try {
    const value = JSON.parse(bytes.toString('utf8')) as { hackdebt?: unknown } | null;
    return JSON.stringify(value?.hackdebt);
  } catch (error) {
    // A file that is no JSON has no section, and the branch's own tests will say so.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Rules of the configuration; a flag replaces all rules of its name. */
export function rulesInForce({ gate }: Config, flags: readonly Rule[]): Rule[] {
  const given = new Set(flags.map(({ name }) => name));
  return [...gate.rules.filter(({ name }) => !given.has(name)), ...flags];
}
