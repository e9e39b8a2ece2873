import { HARDENED_FLAGS } from './hardening.ts';

/** Every sub-command that is ever run. All of them only read, and none looks at the content of the work tree. */
const SUBCOMMANDS = {
  'cat-file': true,
  'check-mailmap': true,
  config: true,
  'diff-tree': true,
  'for-each-ref': true,
  log: true,
  'ls-files': true,
  'ls-tree': true,
  'merge-base': true,
  'rev-list': true,
  'rev-parse': true,
  'symbolic-ref': true,
  version: true,
} as const;

export type Subcommand = keyof typeof SUBCOMMANDS;

/** One call of git: `settings` are further `-c` values, `args` what follows the sub-command. */
export interface GitCommand {
  readonly name: Subcommand;
  readonly args: readonly string[];
  readonly settings?: readonly string[];
  /** `-C`: only the first look at a folder needs it. */
  readonly folder?: string;
}

/** The whole argument list of a call, hardening first: the one place that decides what may be run at all. */
export function buildArguments(command: GitCommand): string[] {
  if (!Object.hasOwn(SUBCOMMANDS, command.name)) throw new TypeError(`git ${command.name} is not on the list`);
  const settings = (command.settings ?? []).flatMap((setting) => ['-c', setting]);
  const folder = command.folder === undefined ? [] : ['-C', command.folder];
  return [...folder, ...HARDENED_FLAGS, ...settings, command.name, ...command.args];
}
