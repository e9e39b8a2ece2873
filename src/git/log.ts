import { UnsoundError } from '../errors.ts';
import type { CommitOid, CommitWithChanges } from '../model/git.ts';
import { LOG_FORMAT, LogParser } from './log-parser.ts';
import { startGit, type GitContext } from './process.ts';

/**
 * Which commits to tell: all ancestors of the tips (and the tips) that are not ancestors of (or in) `not`. Where commits are dated
 * before their ancestors, git may also tell some that are; it never leaves one out.
 */
export interface LogRange {
  readonly tips: readonly CommitOid[];
  readonly not?: readonly CommitOid[];
}

const ARGUMENTS = [
  '--stdin',
  '--raw',
  '-z',
  '--no-renames',
  '--no-abbrev',
  '--root',
  '--diff-merges=first-parent',
  '--no-relative',
  '--no-mailmap',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-show-signature',
  '--no-notes',
  '--no-decorate',
  '--date=raw',
  `--format=tformat:${LOG_FORMAT}`,
];

/** One `git log` over the range, in git's own order. Stopping early ends git. */
export async function* readLog(context: GitContext, range: LogRange): AsyncGenerator<CommitWithChanges> {
  if (range.tips.length === 0) return;
  const git = startGit(context, { name: 'log', args: ARGUMENTS });
  git.stdin.end([...range.tips, ...(range.not ?? []).map((oid) => `^${oid}`)].map((line) => `${line}\n`).join(''));
  const parser = new LogParser();
  const closure = new Closure(range);
  try {
    for await (const chunk of git.stdout) {
      for (const commit of parser.push(chunk as Buffer)) yield closure.see(commit);
    }
    await git.ended;
    for (const commit of parser.finish()) yield closure.see(commit);
    closure.check();
  } finally {
    git.kill();
  }
}

/** A whole history holds every parent it names: an answer cut off between two commits shows here. */
class Closure {
  private readonly seen = new Set<CommitOid>();
  private readonly named = new Set<CommitOid>();
  private readonly isWhole: boolean;

  constructor(range: LogRange) {
    this.isWhole = (range.not ?? []).length === 0;
    if (this.isWhole) for (const tip of range.tips) this.named.add(tip);
  }

  see(entry: CommitWithChanges): CommitWithChanges {
    if (this.isWhole) {
      this.seen.add(entry.commit.oid);
      this.named.delete(entry.commit.oid);
      for (const parent of entry.commit.parents) if (!this.seen.has(parent)) this.named.add(parent);
    }
    return entry;
  }

  check(): void {
    const [missing] = this.named;
    if (missing !== undefined) throw new UnsoundError(`git log ended early: commit ${missing} is named but not told.`);
  }
}
