import { escapeTerminal } from '../escape/terminal.ts';
import type { Place } from './place.ts';

/** `path:line:column: TAG text`, one a line: what editors read as a list of places. */
export function renderVimgrep(places: readonly Place[]): string {
  return places.map(renderLine).join('');
}

/** No line begins with `::`, which a CI runner would take for a command. */
function renderLine({ path, line, column, tag, text }: Place): string {
  const safePath = escapeTerminal(path).replace(/^(?=\s*:)/, './');
  return `${safePath}:${line}:${column}: ${escapeTerminal(`${tag} ${text}`.trimEnd())}\n`;
}
