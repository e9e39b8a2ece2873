import { execFileSync } from 'node:child_process';

export function git(repository, args, input) {
  return execFileSync('git', ['--no-replace-objects', '-C', repository, ...args], {
    maxBuffer: 2 ** 30,
    stdio: ['pipe', 'pipe', 'ignore'],
    input,
  });
}
