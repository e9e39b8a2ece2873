import type { AgendaItem, AgendaReport, Difference, Explanation, Pace } from '../../model/agenda.ts';
import type { Head } from '../../model/head.ts';
import { decisionSummary } from './decide-shape.ts';
import type { Shape, ShapeOf } from './shape.ts';

/** Shapes that the agenda shares with other documents. */
export interface SharedShapes {
  readonly head: ShapeOf<Head>;
  readonly commit: Shape;
  readonly hack: Shape;
  readonly window: Shape;
}

/** The order of the keys of `hackdebt agenda --json`. */
export function buildAgendaShape({ head, commit, hack, window }: SharedShapes): ShapeOf<AgendaReport> {
  const item: ShapeOf<AgendaItem> = {
    hack,
    question: null,
    suggested: null,
    reasons: null,
    score: null,
    ask: null,
    decided: null,
  };
  const explanation: ShapeOf<Explanation> = { id: null, path: null, line: null, why: null, who: null };
  const pace: ShapeOf<Pace> = { weeks: null, left: null };
  const difference: ShapeOf<Difference> = { id: null, what: null, agenda: null, decided: null };
  return {
    schema: null,
    ...head,
    asOf: null,
    window,
    counts: { admitted: null, gone: null, table: null, older: null, kept: null },
    quote: commit,
    promises: decisionSummary,
    items: item,
    detailed: null,
    explain: explanation,
    pace,
    differences: difference,
    ended: { id: null, said: null, commit: null },
  };
}
