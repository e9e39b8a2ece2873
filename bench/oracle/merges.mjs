import { git } from './git.mjs';
import { fromTag, keyOf } from './keys.mjs';

/** Whether a merge took a hack's line away: a parent has it more often. */
export function isDroppedByMerge(repository, { hack, key, told: merge }) {
  const parents = git(repository, ['rev-list', '--parents', '-n1', merge]).toString().trim().split(' ').slice(1);
  if (parents.length < 2) return false;
  const count = (commit) => {
    try {
      const text = git(repository, ['show', `${commit}:${hack.removed.path}`]).toString();
      return text.split(/\r\n|\n|\r/).filter((line) => keyOf(fromTag(line, hack)) === key).length;
    } catch {
      return 0;
    }
  };
  return parents.some((parent) => count(parent) > count(merge));
}
