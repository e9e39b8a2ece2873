import { UsageError } from '../../errors.ts';
import { DECISIONS, type DecideOptions, type DecideTarget } from '../../model/decision.ts';
import type { CommandModule } from '../../model/request.ts';
import { isRealDate } from '../../model/sprint.ts';
import { textOf, textsOf, wordOf, type Given } from '../given.ts';
import { readTarget } from '../options.ts';
import { row } from '../row.ts';

/** `hackdebt decide` as seen from outside. */
export const DECIDE = row<DecideOptions>({
  name: 'decide',
  summary: 'record what the team decided about a hack: refactor, change, delete or keep it',
  args: [['<what...>', 'an id or PATH:LINE, then the decision; with --before or --path the decision alone']],
  options: [
    { flags: '--owner <name>', about: 'who does it' },
    { flags: '--note <text>', about: 'why, or how' },
    { flags: '--until <date>', about: 'until when: 2026-11-20' },
    { flags: '--before <date>', about: 'about all open hacks that were admitted before' },
    { flags: '--path <path>', about: 'about all open hacks in this folder or glob', repeat: true },
  ],
  examples: [
    ['hackdebt decide hd-3f9a2c1b refactor --owner ann --until 2026-11-20', 'one hack'],
    ['hackdebt decide --before 2026-01-01 --path legacy/ keep --note "amnesty"', 'an amnesty in one line'],
  ],
  formats: ['terminal', 'json'],
  read: readDecideOptions,
  load: async () => (await import('../../commands/decide.ts')) as CommandModule<DecideOptions>,
});

function readDecideOptions(given: Given): DecideOptions {
  const decision = wordOf(given.args.at(-1) ?? '', 'The decision', DECISIONS);
  return {
    target: readDecideTarget(given),
    decision,
    owner: textOf(given, 'owner'),
    note: textOf(given, 'note'),
    until: readDate(given, 'until'),
  };
}

function readDecideTarget(given: Given): DecideTarget {
  const [before, paths] = [readDate(given, 'before'), textsOf(given, 'path')];
  const isAll = before !== null || paths.length > 0;
  const [hack, ...more] = given.args.slice(0, -1);
  if (more.length > 0) throw new UsageError('decide takes one hack at a time. For many, use --before and --path.');
  if (hack === undefined && isAll) return { kind: 'all', before, paths };
  if (hack !== undefined && !isAll) return { kind: 'one', hack: readTarget(hack) };
  const help = 'For example hackdebt decide hd-3f9a2c1b refactor, or hackdebt decide --path legacy/ keep.';
  throw new UsageError(
    isAll
      ? `--before and --path stand for the hack. Leave "${hack}" out.`
      : `name the hack before the decision. ${help}`,
  );
}

function readDate(given: Given, name: string): string | null {
  const text = textOf(given, name);
  if (text === null || isRealDate(text)) return text;
  throw new UsageError(`--${name} cannot be "${text}". Give a date like 2026-11-20.`);
}
