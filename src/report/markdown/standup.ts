import type { StandupItem, StandupReport } from '../../model/standup.ts';
import { codeMarkdown, escapeMarkdown } from '../escape/markdown.ts';
import { countIdDigits, shortenId } from '../ids.ts';
import { countRest, groupAlike, sayGroup } from '../standup-groups.ts';
import { tellStandup } from '../standup.ts';
import type { Style } from '../style.ts';

/** So many of each kind; a standup is read out. */
const MOST = 3;

/** The standup as a message for a chat: a title, a summary, and a list. */
export function renderStandupMarkdown(report: StandupReport, { idDigits }: Style): string {
  const { title, summary, branches, thanks, machines, shares } = tellStandup(report);
  const { paid, gone, admitted, moved } = report.items;
  const groups = { Paid: paid, Gone: gone, Admitted: admitted, Moved: moved };
  const digits = idDigits ?? countIdDigits(Object.values(groups).flatMap((group) => group.map(({ id }) => id)));
  const items = Object.entries(groups).flatMap(([name, group]) => renderGroup(name, group, digits));
  const notStarted = report.notStarted.slice(0, MOST).map(({ decision, path, line, text, owner }) => {
    const whose = owner === null ? '' : ` (${escapeMarkdown(owner)})`;
    return `- Not started: ${escapeMarkdown(decision)} ${codeMarkdown(`${path}:${line}`)} ${escapeMarkdown(text)}${whose}`;
  });
  const said = [thanks, branches === '' ? '' : `Branches: ${branches}`, machines, shares].filter((text) => text !== '');
  const closing = [...notStarted, ...said.map((text) => `- ${escapeMarkdown(text)}`)];
  const blocks = [`**${escapeMarkdown(title)}**`, escapeMarkdown(summary), [...items, ...closing].join('\n')];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function renderGroup(name: string, group: readonly StandupItem[], digits: number): string[] {
  const groups = groupAlike(group);
  const rest = countRest(groups, MOST);
  return [
    ...groups.slice(0, MOST).map((alike) => {
      const { id, tag, path, line, ...item } = alike.first;
      const text = sayGroup(alike);
      const facts = [item.fate, item.by, item.branch === null ? null : `on ${item.branch}`].filter(
        (fact) => fact !== null,
      );
      const said = facts.length === 0 ? '' : ` (${escapeMarkdown(facts.join(', '))})`;
      const what = [codeMarkdown(shortenId(id, digits)), escapeMarkdown(tag), codeMarkdown(`${path}:${line}`)];
      return `- ${name}: ${[...what, ...(text === '' ? [] : [escapeMarkdown(text)])].join(' ')}${said}`;
    }),
    ...(rest > 0 ? [`- ${name}: and ${rest} more`] : []),
  ];
}
