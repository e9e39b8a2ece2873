/** Variables of the caller that git needs to start at all. Everything else stays out, above all every inherited GIT_*. */
const INHERITED = [
  'PATH',
  'PATHEXT',
  'SYSTEMROOT',
  'WINDIR',
  'TEMP',
  'TMP',
  'TMPDIR',
  'LD_LIBRARY_PATH',
  'DYLD_LIBRARY_PATH',
  'DEVELOPER_DIR',
];

/** Where git finds the user's own configuration; only `readSafeDirectories` hands these on. */
const USER_CONFIGURATION = ['HOME', 'XDG_CONFIG_HOME', 'USERPROFILE', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM'];

/** No configuration but the repository's, no network, no prompts, no locks, no rewriting of objects, one language, one zone. */
const FIXED = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_PROTOCOL_FROM_USER: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: '/dev/null',
  // A pipe would otherwise be flushed after every commit of a log.
  GIT_FLUSH: '0',
  GIT_PAGER: 'cat',
  GIT_EDITOR: 'false',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Configuration that the repository's own cannot override: nothing in it may run a program or change what is read. */
const SETTINGS = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.attributesFile=/dev/null',
  'core.excludesFile=/dev/null',
  'core.pager=cat',
  'core.askPass=',
  'core.sshCommand=false',
  'core.quotePath=false',
  'core.alternateRefsCommand=',
  'credential.helper=',
  'protocol.allow=never',
  'diff.external=',
  'diff.orderFile=/dev/null',
  'diff.ignoreSubmodules=none',
  'log.showSignature=false',
  'log.showRoot=true',
  'color.ui=false',
  'submodule.recurse=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'advice.graftFileDeprecated=false',
  'safe.bareRepository=explicit',
  'i18n.logOutputEncoding=UTF-8',
  'diff.renames=true',
  'diff.algorithm=histogram',
  'diff.noprefix=false',
  'diff.mnemonicPrefix=false',
];

/** Environment variables as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Options that stand before every sub-command. */
export const HARDENED_FLAGS: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...SETTINGS.flatMap((setting) => ['-c', setting]),
];

/** The whole environment of a git process: what it needs of the caller's, and the fixed part. */
export function buildEnvironment(env: Environment): Record<string, string> {
  return { ...pick(env, INHERITED), ...FIXED };
}

/** The environment that shows git the user's own configuration, and none of the rest. */
export function buildUserEnvironment(env: Environment): Record<string, string> {
  return { ...pick(env, [...INHERITED, ...USER_CONFIGURATION]), LC_ALL: 'C' };
}

function pick(env: Environment, names: readonly string[]): Record<string, string> {
  const found = names.map((name) => [name, env[name]] as const);
  return Object.fromEntries(found.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
}
