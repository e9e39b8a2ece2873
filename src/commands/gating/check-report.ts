import { BASELINE_FILE } from '../../gate/baseline.ts';
import type {
  ChangedHack,
  CheckCounts,
  CheckedBaseline,
  CheckOptions,
  CheckReport,
  Finding,
  Rule,
} from '../../model/check.ts';
import type { RepoPath } from '../../model/git.ts';
import { repositoryName } from '../telling/head.ts';
import type { Comparison } from './comparison.ts';
import type { FoundFacts } from './facts.ts';
import type { Base } from './find-base.ts';

/** What came out of a comparison. */
export interface CheckedBranch {
  readonly hacks: readonly ChangedHack[];
  readonly findings: readonly Finding[];
  readonly rules: readonly Rule[];
  readonly facts: Pick<FoundFacts['facts'], 'open'>;
  /** How many digits tell the ids of all hacks apart; absent where there are no ids. */
  readonly idDigits?: number;
  /** What could not be told. */
  readonly gaps: readonly string[];
  readonly baseline: CheckedBaseline | null;
  /** Policy files that the branch changes. */
  readonly changed: readonly RepoPath[];
  /** Changed files that are not searched. */
  readonly skipped: number;
}

/** The report of a comparison, but for its verdict. */
export function checkReport(comparison: Comparison, branch: CheckedBranch): Omit<CheckReport, 'verdict'> {
  const { request, repository, base, head, policy, rules, changes, remote } = comparison;
  const { hacks, findings, facts, skipped } = branch;
  const { staged } = request.options;
  return {
    schema: 'hackdebt.check/1',
    repository: repositoryName(repository.location),
    asOf: request.outside.now.toISOString(),
    base: base && { name: base.name, commit: base.commit, foundBy: base.foundBy },
    head: { name: staged ? 'index' : 'HEAD', commit: staged ? null : head },
    baseline: branch.baseline,
    ruleset: rules.foldKey,
    counts: {
      ...countChanges(hacks),
      open: facts.open?.length ?? null,
      files: changes.length,
      skipped,
      kept: facts.open?.filter(({ isKept }) => isKept).length ?? 0,
    },
    changes: hacks,
    findings,
    policy: { file: policy.file, from: policy.from, rules: namesOf(branch.rules), changed: branch.changed },
    unsound: branch.gaps,
    remote,
    command: commandOf(request.options, base),
  };
}

function countChanges(hacks: readonly ChangedHack[]): Omit<CheckCounts, 'open' | 'files' | 'skipped' | 'kept'> {
  const count = (is: (hack: ChangedHack) => boolean): number => hacks.filter(is).length;
  return {
    new: count(({ change }) => change === 'new'),
    removed: count(({ change }) => change === 'removed'),
    moved: count(({ change }) => change === 'moved'),
    reworded: count(({ change }) => change === 'reworded'),
    reopened: count(({ change }) => change === 'reopened'),
    paid: count(({ removal }) => removal?.fate === 'refactored' || removal?.fate === 'deleted'),
    swept: count(({ removal }) => removal?.fate === 'swept'),
    unclear: count(({ removal }) => removal?.fate === 'unclear'),
  };
}

function namesOf(rules: readonly Rule[]): Rule['name'][] {
  return [...new Set(rules.map(({ name }) => name))];
}

function commandOf({ staged, baseline }: CheckOptions, base: Base | null): string {
  if (staged) return 'check --staged';
  if (baseline !== null) return `check --${baseline === 'write' ? 'write-' : ''}baseline`;
  return base === null || base.name === BASELINE_FILE ? 'check' : `check --base ${base.commit ?? base.name}`;
}
