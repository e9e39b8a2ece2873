import type { CommandModule, StandupOptions } from '../../model/request.ts';
import { isSet, textOf, type Given } from '../given.ts';
import { row } from '../row.ts';

export const STANDUP = row<StandupOptions>({
  name: 'standup',
  summary: 'what was paid, admitted and moved since the last working day, in 15 lines',
  options: [
    { flags: '--since <rev-or-date>', about: 'since then, not since the last working day began' },
    { flags: '--allow-shallow', about: 'go on with a cut history; dates at the cut say "not before"' },
  ],
  examples: [
    ['hackdebt standup', 'on the mainline and on branches that are not merged'],
    ['hackdebt standup --format markdown', 'to paste into a chat'],
    ['hackdebt standup --since 2026-11-16', 'the week so far'],
  ],
  formats: ['terminal', 'markdown', 'json'],
  read: readStandupOptions,
  load: async () => (await import('../../commands/standup.ts')) as CommandModule<StandupOptions>,
});

function readStandupOptions(given: Given): StandupOptions {
  return { since: textOf(given, 'since'), allowShallow: isSet(given, 'allowShallow') };
}
