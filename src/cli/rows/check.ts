import { UsageError } from '../../errors.ts';
import type { CheckOptions, Rule } from '../../model/check.ts';
import type { CommandModule } from '../../model/request.ts';
import { isSet, listOf, textOf, wordOf, type Given } from '../given.ts';
import { readAge } from '../options.ts';
import { row } from '../row.ts';

/** `hackdebt check` as seen from outside; its rules are off until a flag or the configuration names them. */
export const CHECK = row<CheckOptions>({
  name: 'check',
  summary: 'the gate in CI: what a branch did to the hacks, and what the rules say to that',
  options: [
    { flags: '--base <rev>', about: 'compare with where the branch left this one', conflicts: ['staged'] },
    { flags: '--staged', about: 'compare what is staged with HEAD, for a commit hook' },
    {
      flags: '--baseline',
      about: 'compare with hackdebt.baseline.jsonl; done by itself where the clone holds no base',
      conflicts: ['base', 'staged'],
    },
    {
      flags: '--write-baseline',
      about: 'write that file: all hacks of the tree, one a line',
      conflicts: ['base', 'baseline'],
    },
    { flags: '--max-new <n>', about: 'fail on more new hacks than n' },
    { flags: '--max-open <n>', about: 'fail on more open hacks than n' },
    { flags: '--ratchet [base]', about: 'fail on more open hacks than at the base, or at the demo' },
    { flags: '--no-swept', about: 'fail where a comment went and its code stayed' },
    { flags: '--forbid <word>', about: 'fail on new hacks with this tag or words', repeat: true },
    { flags: '--need-issue', about: 'fail on new hacks that name no issue' },
    { flags: '--need-owner', about: 'fail on new hacks that name no owner' },
    { flags: '--max-age <age>', about: 'warn about open hacks older than this: 90, 6m, 1y' },
    { flags: '--due-dates', about: 'warn about open hacks past the date they name' },
    { flags: '--on-unsound <what>', about: 'fail (default) or warn where the clone cannot tell' },
    { flags: '--cache <dir>', about: 'keep there what blobs show, to be faster next time (HACKDEBT_CACHE_KEY)' },
    { flags: '--allow-shallow', about: 'check the tree alone where the base is not in the clone' },
  ],
  examples: [
    ['hackdebt check', 'what this branch did; exit code 0 whatever it is'],
    ['hackdebt check --base origin/release --no-swept --forbid XXX', 'a gate for a release branch'],
    ['hackdebt check --staged', 'in a commit hook'],
    ['hackdebt check --output sarif=hackdebt.sarif', 'a file beside the text on stdout'],
  ],
  alwaysPrints: true,
  formats: ['terminal', 'json', 'markdown', 'csv', 'github', 'azure', 'sarif', 'gitlab', 'rdjson', 'junit'],
  read: readCheckOptions,
  load: async () => (await import('../../commands/check.ts')) as CommandModule<CheckOptions>,
});

const EVERYWHERE = { paths: [], scope: null, after: null, onDay: null } as const;

function readCheckOptions(given: Given): CheckOptions {
  const unsound = textOf(given, 'onUnsound');
  return {
    base: textOf(given, 'base'),
    staged: isSet(given, 'staged'),
    baseline: isSet(given, 'writeBaseline') ? 'write' : isSet(given, 'baseline') ? 'compare' : null,
    rules: readRules(given),
    onUnsound: unsound === null ? null : wordOf(unsound, '--on-unsound', ['fail', 'warn'] as const),
    cache: textOf(given, 'cache'),
    allowShallow: isSet(given, 'allowShallow'),
  };
}

function readRules(given: Given): Rule[] {
  const numbers = (['maxNew', 'maxOpen'] as const).flatMap((name): Rule[] => {
    const text = textOf(given, name);
    return text === null ? [] : [{ ...EVERYWHERE, name, max: readNumber(text, name) }];
  });
  const switches = (['needIssue', 'needOwner', 'dueDates'] as const).flatMap((name): Rule[] =>
    isSet(given, name) ? [{ ...EVERYWHERE, name }] : [],
  );
  const words = listOf(given, 'forbid');
  return [
    ...numbers,
    ...readRatchet(given),
    ...(given.options['swept'] === false ? [{ ...EVERYWHERE, name: 'noSwept' } as const] : []),
    ...(words.length > 0 ? [{ ...EVERYWHERE, name: 'forbid', words } as const] : []),
    ...switches,
    ...readMaxAge(given),
  ];
}

function readRatchet(given: Given): Rule[] {
  const value = given.options['ratchet'];
  if (value === undefined) return [];
  const against = value === true ? 'base' : wordOf(String(value), '--ratchet', ['base', 'demo'] as const);
  return [{ ...EVERYWHERE, name: 'ratchet', against }];
}

function readMaxAge(given: Given): Rule[] {
  const text = textOf(given, 'maxAge');
  return text === null ? [] : [{ ...EVERYWHERE, name: 'maxAge', max: readAge(text, '--max-age') }];
}

function readNumber(text: string, name: string): number {
  if (/^\d{1,7}$/.test(text)) return Number(text);
  const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new UsageError(`--${flag} cannot be "${text}". Give a number from 0 on.`);
}
