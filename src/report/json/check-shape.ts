import type { ChangedHack, CheckCounts, CheckedPlace, CheckReport } from '../../model/check.ts';
import type { ShapeOf } from './shape.ts';

const spot: ShapeOf<CheckedPlace> = { path: null, line: null, column: null, endLine: null };
const changedHack: ShapeOf<ChangedHack> = {
  change: null,
  id: null,
  fingerprint: null,
  kind: null,
  tag: null,
  text: null,
  owner: null,
  issues: null,
  due: null,
  ...spot,
  enclosing: null,
  before: { ...spot, tag: null, text: null },
  removal: { kind: null, extent: null, fate: null, confidence: null },
};
const checkCounts: ShapeOf<CheckCounts> = {
  new: null,
  removed: null,
  moved: null,
  reworded: null,
  reopened: null,
  paid: null,
  swept: null,
  unclear: null,
  open: null,
  files: null,
  skipped: null,
  kept: null,
};
/** The order of the keys of `hackdebt check --json`. */
export const checkReport: ShapeOf<CheckReport> = {
  schema: null,
  repository: null,
  asOf: null,
  verdict: null,
  base: { name: null, commit: null, foundBy: null },
  head: { name: null, commit: null },
  baseline: {
    file: null,
    from: null,
    isWritten: null,
    entries: null,
    stale: { fingerprint: null, path: null, tag: null, text: null },
  },
  ruleset: null,
  counts: checkCounts,
  changes: changedHack,
  findings: { rule: null, level: null, message: null, advice: null, hack: changedHack, allowed: null },
  policy: { file: null, from: null, rules: null, changed: null },
  unsound: null,
  remote: null,
  command: null,
};
