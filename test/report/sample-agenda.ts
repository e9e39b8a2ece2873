import type { AgendaReport } from '../../src/model/agenda.ts';
import { LIST, OUTCOME } from './sample-reports.ts';

/** An agenda of two hacks, one of them in full. */
export function sampleAgenda(): AgendaReport {
  const { repository, line, at, ruleset, hacks } = LIST;
  return {
    schema: 'hackdebt.agenda/1',
    repository,
    line,
    at,
    ruleset,
    asOf: '2026-11-18T13:00:00.000Z',
    window: OUTCOME.window,
    counts: { admitted: 3, gone: 1, table: 2, older: 41, kept: 1 },
    quote: at,
    promises: null,
    items: hacks.map((hack, index) => ({
      hack,
      question: index === 0 ? 'ship' : 'refactor',
      suggested: 'change',
      reasons: [`says "don't do this"`],
      score: 8,
      ask: 'Ann',
      decided: null,
    })),
    detailed: 1,
    explain: hacks
      .slice(0, 1)
      .map(({ id, path, line: where }) => ({ id, path, line: where, why: 'an agent wrote it', who: 'Ann' })),
    pace: { weeks: [1, 0, 2, 3], left: 0 },
    differences: [],
    ended: [],
  };
}
