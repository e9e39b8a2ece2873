import type { DecideReport } from '../../model/decision.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import { countIdDigits, shortenId } from '../ids.ts';
import type { Style } from '../style.ts';
import { renderCount, renderNumber } from '../words.ts';
import { renderTable, type Cell } from './table.ts';

/** So many are listed; the others are counted. */
const MOST = 10;

/** What was decided about which hacks, and where that is written. */
export function renderDecide({ decided, file, changed }: DecideReport, { palette, width, idDigits }: Style): string {
  const digits = idDigits ?? countIdDigits(decided.map(({ id }) => id));
  const rows = decided.slice(0, MOST).map(({ id, decision, path, text, owner, until }): Cell[] => [
    { text: shortenId(id, digits), paint: palette.id },
    { text: decision, paint: palette.title },
    {
      text: [...(owner === null ? [] : [`by ${owner}`]), ...(until === null ? [] : [`until ${until}`])]
        .map(escapeTerminal)
        .join(' '),
    },
    { text: escapeTerminal(path) },
    { text: escapeTerminal(text) },
  ]);
  const rest = decided.length - rows.length;
  const written = changed ? `Written to ${file}: commit it.` : `${file} said so already.`;
  return [
    ...renderTable(rows, width),
    ...(rest > 0
      ? [palette.faint(`and ${renderNumber(rest)} more: ${renderCount(decided.length, 'hack')} in all`)]
      : []),
    written,
    '',
  ].join('\n');
}
