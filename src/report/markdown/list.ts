import type { ListReport } from '../../model/report.ts';
import { codeMarkdown, escapeMarkdown } from '../escape/markdown.ts';
import { shortenId } from '../ids.ts';
import { saidBy } from '../outcome.ts';
import type { Style } from '../style.ts';
import { digitsFor, renderState } from '../terminal/hack-row.ts';
import { renderAge } from '../words.ts';

/** A table with one row per hack, for a page or an issue. */
export function renderListMarkdown({ hacks }: ListReport, style: Style): string {
  const digits = digitsFor(hacks, style);
  const rows = hacks.map((hack) => {
    const cells = [
      codeMarkdown(shortenId(hack.id, digits)),
      escapeMarkdown(hack.tag),
      renderState(hack),
      renderAge(hack.ageDays),
      codeMarkdown(`${hack.path}:${hack.line}`),
      escapeMarkdown(saidBy(hack)),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| hack | tag | state | age | where | what |', '| --- | --- | --- | ---: | --- | --- |', ...rows, ''].join(
    '\n',
  );
}
