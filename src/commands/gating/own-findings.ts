import type { Finding, Rule } from '../../model/check.ts';
import type { RepoPath } from '../../model/git.ts';
import type { FoundPolicy } from './read-policy.ts';

/** What could not be told. */
export function unsoundFinding(sentence: string): Finding {
  return {
    rule: 'unsound',
    level: 'warning',
    message: sentence,
    advice: 'Until what is missing is here, this is not checked.',
    hack: null,
    allowed: null,
  };
}

/** What a baseline cannot tell: it lists what was known, not the code that it speaks of. */
export function baselineGaps(rules: readonly Rule[]): string[] {
  return rules.some(({ name }) => name === 'noSwept')
    ? ['what was swept cannot be told from a baseline: noSwept needs the tree of the base.']
    : [];
}

/** A branch that changes its own gate is told so: the base's rules hold until it is merged. */
export function policyFindings(changed: readonly RepoPath[], { from }: FoundPolicy): Finding[] {
  const holds = { base: "the base's rules hold until it is merged", head: 'its rules hold', file: '--config holds' };
  return changed.map((path) => ({
    rule: 'policy',
    level: 'notice',
    message: path.endsWith('.gitattributes')
      ? `this branch changes in ${path} which files are searched, and that holds already`
      : `this branch changes ${path}: ${holds[from]}`,
    advice: 'Look at that change with the same care as at the code.',
    hack: null,
    allowed: null,
  }));
}
