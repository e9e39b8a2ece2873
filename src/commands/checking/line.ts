import type { Line } from '../../git/line.ts';
import type { Location } from '../../git/location.ts';
import type { Check } from '../../model/report.ts';
import { ok, warning } from './check.ts';

/** Which branch is told of. */
export function checkLine({ headRef }: Location, { name, ref, tip, isDetached }: Line): Check {
  if (tip === null) return warning('line', `${name} has no commit yet`, 'Make one.');
  const at = tip.slice(0, 10);
  if (isDetached) {
    const finding = `no branch is known: the commit checked out, ${at}, stands in for it`;
    return warning('line', finding, 'Name the branch in hackdebt.config.json: "branch".');
  }
  const other = headRef !== null && headRef !== ref ? `; checked out is ${headRef}` : '';
  return ok('line', `${name} (${ref}) at ${at}${other}`);
}
