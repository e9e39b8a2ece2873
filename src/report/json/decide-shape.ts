import type { DecideReport, DecisionFact, DecisionRef, DecisionSummary } from '../../model/decision.ts';
import type { Head } from '../../model/head.ts';
import type { ShapeOf } from './shape.ts';

const head: ShapeOf<Head> = {
  repository: null,
  scope: null,
  line: null,
  at: { commit: null, date: null, subject: null },
  ruleset: null,
};

/** The order of the keys of a decision. */
export const decisionFact: ShapeOf<DecisionFact> = {
  kind: null,
  id: null,
  decision: null,
  owner: null,
  note: null,
  until: null,
  date: null,
  text: null,
  path: null,
  introduced: null,
};

const decisionRef: ShapeOf<DecisionRef> = {
  id: null,
  decision: null,
  owner: null,
  note: null,
  until: null,
  text: null,
  path: null,
  state: null,
  commit: null,
};

/** The order of the keys of what became of decisions. */
export const decisionSummary: ShapeOf<DecisionSummary> = {
  counts: { open: null, late: null, done: null, swept: null, kept: null, orphan: null },
  broken: decisionRef,
};

/** The order of the keys of `hackdebt decide --json`. */
export const decideReport: ShapeOf<DecideReport> = {
  schema: null,
  ...head,
  decided: decisionFact,
  file: null,
  changed: null,
};
