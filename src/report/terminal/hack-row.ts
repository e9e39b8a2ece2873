import type { Hack } from '../../model/hack.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import { FATES } from '../fates.ts';
import { countIdDigits, shortenId } from '../ids.ts';
import type { Style } from '../style.ts';
import { renderAge, renderLines } from '../words.ts';
import type { Cell } from './table.ts';

/** `src/feed.ts:42`, safe to print. */
export function renderPlace({ path, line }: { readonly path: string; readonly line: number }): string {
  return `${escapeTerminal(path)}:${line}`;
}

/** `refactored`, `swept`, `merged`, `removed`, `stale`, or nothing for a hack that is just open. */
export function renderState(hack: Hack): string {
  if (hack.lines !== null && hack.status === 'open') return renderLines(hack.lines);
  if (hack.status === 'open') return hack.stale ? 'stale' : '';
  return hack.status === 'removed' ? (hack.fate ?? 'removed') : 'merged';
}

/** How many digits of the ids to show. */
export function digitsFor(hacks: readonly Hack[], { idDigits }: Style): number {
  return idDigits ?? countIdDigits(hacks.map((hack) => hack.id));
}

/** id, tag, state, age, touches, place, text. */
export function hackCells(hack: Hack, digits: number, { palette }: Style): Cell[] {
  const paint = hack.status === 'removed' && hack.fate !== null ? palette[FATES[hack.fate].paint] : palette.doubtful;
  return [
    { text: shortenId(hack.id, digits), paint: palette.id },
    { text: escapeTerminal(hack.tag), paint: palette.tag },
    { text: renderState(hack), paint },
    { text: renderAge(hack.ageDays), right: true, paint: palette.faint },
    { text: hack.touches > 0 ? `${hack.touches}x` : '', right: true, paint: palette.faint },
    { text: renderPlace(hack) },
    { text: escapeTerminal(hack.text) },
  ];
}
