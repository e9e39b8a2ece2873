import { openRepository } from '../git/repository.ts';
import { isFailed, judgeGate } from '../gate/judge-gate.ts';
import { matchPaths } from '../insights/select-hacks.ts';
import { BASELINE_FILE } from '../gate/baseline.ts';
import type { ChangedHack, CheckedBaseline, CheckOptions, Finding, Rule } from '../model/check.ts';
import type { CommandResult, Request } from '../model/request.ts';
import { readAllowances } from './gating/allowances.ts';
import { compareWithBaseline } from './gating/baseline.ts';
import { changedHacks, nameHacks } from './gating/changed-hacks.ts';
import { checkReport, type CheckedBranch } from './gating/check-report.ts';
import { compareTrees, type TreeDelta } from './gating/compare-trees.ts';
import { openComparison, type Comparison } from './gating/comparison.ts';
import { readFacts, type FoundFacts } from './gating/facts.ts';
import { judgeRemoved } from './gating/judge-removed.ts';
import { baselineGaps, policyFindings, unsoundFinding } from './gating/own-findings.ts';
import { recordBaseline } from './gating/record-baseline.ts';
import { findChangedPolicy, rulesInForce } from './gating/read-policy.ts';
import { matchTold } from './telling/paths.ts';

/** `hackdebt check`: what a branch did to the hacks, by two trees alone, and what the rules say to that. */
export async function run(request: Request<CheckOptions>): Promise<CommandResult> {
  const { env, signal } = request.outside;
  const repository = await openRepository(request.dir, { env, signal });
  const comparison = await openComparison(request, repository);
  const isWriting = request.options.baseline === 'write';
  const branch = isWriting ? await recordBaseline(comparison) : await checkBranch(comparison);
  await comparison.cache?.save();
  const verdict = isFailed(branch.findings) ? 'failed' : 'passed';
  const report = { ...checkReport(comparison, branch), verdict } as const;
  const { idDigits } = branch;
  return { report, exitCode: verdict === 'failed' ? 1 : 0, ...(idDigits !== undefined && { idDigits }) };
}

async function checkBranch(comparison: Comparison): Promise<CheckedBranch> {
  const { repository, policy, changes, request } = comparison;
  const rules = rulesInForce(policy.config, request.options.rules);
  const { delta, baseline } = await findDelta(comparison);
  const told = await findChangedHacks(comparison, delta);
  const lives = told.length > 0 ? await comparison.lives() : null;
  const hacks = lives ? nameHacks(told, lives) : told;
  const stale = baseline?.stale ?? [];
  const found = await readFacts(comparison, { hacks, stale, rules, lives: comparison.lives });
  const gaps = [...comparison.unsound, ...found.gaps, ...(baseline ? baselineGaps(rules) : [])];
  const changed = await findChangedPolicy(repository, changes);
  const findings = [
    ...(await judgeFacts(comparison, found, rules)),
    ...gaps.map(unsoundFinding),
    ...policyFindings(changed, policy),
  ];
  const known = { hacks, findings, rules, gaps, facts: found.facts, changed, skipped: delta.skipped, baseline };
  return lives ? { ...known, idDigits: lives.idDigits } : known;
}

async function findDelta(comparison: Comparison): Promise<{ delta: TreeDelta; baseline: CheckedBaseline | null }> {
  const { baseline: known, changes } = comparison;
  if (known === null) return { delta: await compareTrees(comparison, changes), baseline: null };
  const { delta, stale } = compareWithBaseline(known, await comparison.places());
  const isInScope = matchTold(comparison);
  const baseline = {
    file: BASELINE_FILE,
    from: known.from,
    isWritten: false,
    entries: known.entries.length,
    stale: stale.filter(({ path }) => isInScope(path)),
  };
  return { delta, baseline };
}

/** What the branch did; `--scope`, or `-C` a sub-directory, limits it to what stands, or stood, there. */
async function findChangedHacks(comparison: Comparison, delta: TreeDelta): Promise<ChangedHack[]> {
  const { base, head, changes, commits, request } = comparison;
  const trees = request.options.staged || !base?.commit ? null : { before: base.commit, after: head };
  const removals = await judgeRemoved(comparison, delta.removed, { changes, joined: delta.joined, commits, trees });
  const isInScope = matchTold(comparison);
  return changedHacks(delta, removals).filter(
    ({ path, before }) => isInScope(path) || (before !== null && isInScope(before.path)),
  );
}

async function judgeFacts(
  { commits }: Comparison,
  { facts, calendars }: FoundFacts,
  rules: readonly Rule[],
): Promise<Finding[]> {
  if (rules.length === 0) return [];
  const allowances = readAllowances((await commits()).map(({ message }) => message));
  return judgeGate(facts, { rules, allowances, calendars, isIn });
}

function isIn(globs: readonly string[], path: string): boolean {
  return matchPaths(globs)(path);
}
