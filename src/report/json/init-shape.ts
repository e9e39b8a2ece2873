import type { InitReport } from '../../model/init.ts';
import type { ShapeOf } from './shape.ts';

/** The order of the keys of `hackdebt init --json`. */
export const initReport: ShapeOf<InitReport> = {
  schema: null,
  repository: null,
  files: { path: null, state: null },
  sprint: {
    start: null,
    days: null,
    demoDay: null,
    demoTime: null,
    dayEnds: null,
    timezone: null,
    daysOff: null,
    demoTag: null,
  },
  advice: null,
};
