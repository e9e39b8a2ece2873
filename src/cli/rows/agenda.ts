import { UsageError } from '../../errors.ts';
import type { AgendaOptions } from '../../model/agenda.ts';
import type { CommandModule } from '../../model/request.ts';
import { isSet, textOf, textsOf, type Given } from '../given.ts';
import { row } from '../row.ts';

/** `hackdebt agenda` as seen from outside. */
export const AGENDA = row<AgendaOptions>({
  name: 'agenda',
  summary: 'the paper for day 3: which hacks to undo, refactor, delete or laugh about, and why',
  options: [
    { flags: '--minutes <n>', about: 'how long the team has (60); three minutes a hack, the rest is a line each' },
    { flags: '--out <file>', about: 'write it there once; then keep every human word and bring states up to date' },
    { flags: '--sprint <name>', about: 'of another sprint: 2026-W47, or a date in it' },
    { flags: '--path <path>', about: 'only in this folder or glob', repeat: true },
    { flags: '--allow-shallow', about: 'go on with a cut history; dates at the cut say "not before"' },
  ],
  examples: [
    ['hackdebt agenda', 'on the screen'],
    ['hackdebt agenda --out AGENDA.md', 'as a file to tick and write into; run it again any time'],
  ],
  formats: ['terminal', 'json', 'markdown'],
  read: readAgendaOptions,
  load: async () => (await import('../../commands/agenda.ts')) as CommandModule<AgendaOptions>,
});

function readAgendaOptions(given: Given): AgendaOptions {
  const minutes = textOf(given, 'minutes') ?? '60';
  if (!/^[1-9]\d{0,3}$/.test(minutes))
    throw new UsageError(`--minutes cannot be "${minutes}". Give a number from 1 on.`);
  return {
    minutes: Number(minutes),
    out: textOf(given, 'out'),
    sprint: textOf(given, 'sprint'),
    paths: textsOf(given, 'path'),
    allowShallow: isSet(given, 'allowShallow'),
  };
}
