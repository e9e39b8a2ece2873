import { UnsoundError, UsageError } from '../../errors.ts';
import { BASELINE_FILE } from '../../gate/baseline.ts';
import type { Repository } from '../../git/repository.ts';
import type { CheckOptions } from '../../model/check.ts';
import type { CommitOid } from '../../model/git.ts';
import type { Request } from '../../model/request.ts';
import { rootReader } from '../mining/root-reader.ts';
import { readBaseline, type KnownBaseline } from './baseline.ts';
import { findBase, type Base } from './find-base.ts';

/** What the second tree is compared with. */
export interface ChosenBase {
  /** Null where the clone does not hold it. Its commit is where the rules are read. */
  readonly base: Base | null;
  /** Stands in for the base's tree. */
  readonly baseline: KnownBaseline | null;
  readonly unsound: readonly string[];
}

/** The base; the baseline where it is asked for, or stands in for a base that the clone does not hold; or why there is none of both. */
export async function chooseBase(
  request: Request<CheckOptions>,
  repository: Repository,
  head: CommitOid,
): Promise<ChosenBase> {
  const { options, outside, settings } = request;
  if (options.baseline === 'write') return { base: null, baseline: null, unsound: [] };
  if (options.staged) return knownBase(stagedBase(repository));
  const { config } = await settings.readConfig(rootReader(repository));
  try {
    const base = await findBase(repository, { asked: options.base, env: outside.env, branch: config.branch, head });
    return options.baseline === null ? knownBase(base) : await askedBaseline(repository, { base, head });
  } catch (error) {
    if (!(error instanceof UnsoundError)) throw error;
    if (options.baseline !== null) return askedBaseline(repository, { base: null, head });
    const baseline = options.base === null ? await readBaseline(repository, head, 'head') : undefined;
    if (baseline) return { ...baselineBase(null, 'what the clone holds'), baseline };
    const mayGoOn = options.allowShallow || (options.onUnsound ?? config.gate.onUnsound) === 'warn';
    if (!mayGoOn) throw error;
    return { base: null, baseline: null, unsound: [error.message] };
  }
}

/** Throws UsageError in a bare repository: its index, if it has one, says nothing. */
function stagedBase({ location: { head, toplevel } }: Repository): Base {
  if (toplevel === null) {
    throw new UsageError('nothing can be staged without a work tree, and here is none. Leave --staged out.');
  }
  return { commit: head, name: head === null ? 'nothing' : 'HEAD', foundBy: '--staged' };
}

function knownBase(base: Base): ChosenBase {
  return { base, baseline: null, unsound: [] };
}

/** The baseline of the base, so that no branch writes its own; of what is checked where there is no base. */
async function askedBaseline(
  repository: Repository,
  { base, head }: { readonly base: Base | null; readonly head: CommitOid },
): Promise<ChosenBase> {
  const commit = base?.commit ?? null;
  const baseline = await readBaseline(repository, commit ?? head, commit === null ? 'head' : 'base');
  if (baseline) return { ...baselineBase(commit, '--baseline'), baseline };
  throw new UsageError(
    `there is no ${BASELINE_FILE} at ${base?.name ?? 'HEAD'}. Write it with "hackdebt check --write-baseline", and commit it.`,
  );
}

function baselineBase(commit: CommitOid | null, foundBy: string): Omit<ChosenBase, 'baseline'> {
  return { base: { commit, name: BASELINE_FILE, foundBy }, unsound: [] };
}
