import type { Check, DoctorReport } from '../../model/report.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import type { Palette } from '../palette.ts';
import type { Style } from '../style.ts';
import { padToWidth } from '../width.ts';

const PAINTS: Readonly<Record<Check['status'], keyof Palette>> = { ok: 'good', warning: 'doubtful', problem: 'bad' };

/** One line per check, and what to do about it below. */
export function renderDoctor({ version, checks, rebuilt }: DoctorReport, { palette }: Style): string {
  const lines = checks.flatMap((check) => {
    const status = palette[PAINTS[check.status]](padToWidth(check.status, 7));
    const first = `${status}  ${padToWidth(check.name, 13)}  ${escapeTerminal(check.finding)}`;
    return check.advice === null ? [first] : [first, `${' '.repeat(24)}${escapeTerminal(check.advice)}`];
  });
  const end = rebuilt ? ['The database was rebuilt.'] : [];
  return [palette.title(`hackdebt ${version}`), ...lines, ...end, ''].join('\n');
}
