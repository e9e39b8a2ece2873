import { git } from './git.mjs';

/** Each open hack against `git blame -w -M -C` of its line. */
export function blameOpen(repository, tip, hacks) {
  return hacks
    .filter(({ status }) => status === 'open')
    .map((hack) => {
      const { path, line, introduced } = hack;
      try {
        const args = ['blame', '-w', '-M', '-C', '--porcelain', '-L', `${line},${line}`, tip, '--', path];
        const expected = git(repository, args).toString().split(' ', 1)[0];
        if (expected === introduced.commit) return { part: 'open', hack, told: introduced.commit, why: null };
        return { part: 'open', hack, told: introduced.commit, expected, why: whyBlamed(repository, hack, expected) };
      } catch {
        return { part: 'open', hack, told: introduced.commit, why: 'text not here' };
      }
    });
}

function whyBlamed(repository, { introduced, rewordings, moves, tag }, expected) {
  const parents = git(repository, ['rev-list', '--parents', '-n1', expected]).toString().trim().split(' ').length - 1;
  if (parents > 1) return 'blame stops at a merge';
  const isOlder = isAncestor(repository, introduced.commit, expected);
  if (!isOlder)
    return isAncestor(repository, expected, introduced.commit) ? 'blame finds an older line' : 'in parallel';
  if (rewordings > 0) return 'reworded since';
  if (moves > 0) return 'moved since, further than blame looks';
  const diff = git(repository, ['show', '-U0', '--format=', expected]).toString();
  const has = (sign) => diff.split('\n').some((line) => line.startsWith(sign) && line.toUpperCase().includes(tag));
  return has('-') && has('+') ? 'its line was changed around it' : 'UNEXPLAINED';
}

function isAncestor(repository, older, younger) {
  try {
    git(repository, ['merge-base', '--is-ancestor', older, younger]);
    return true;
  } catch {
    return false;
  }
}
