import type { Hack } from '../../model/hack.ts';
import type { FolderOutcome, OutcomeReport } from '../../model/outcome.ts';
import { codeMarkdown, escapeMarkdown } from '../escape/markdown.ts';
import { countIdDigits, shortenId } from '../ids.ts';
import { closingLinesOf, demoLinesOf, renderSummary, saidBy, sectionsOf, titleOf, type Section } from '../outcome.ts';
import type { Style } from '../style.ts';
import { nameOf, renderMoment, renderNumber, shortenCommit } from '../words.ts';

/** The report as a page: one table per fate. */
export function renderOutcomeMarkdown(report: OutcomeReport, { idDigits }: Style): string {
  const older = report.carriedIn.hacks;
  const digits = idDigits ?? countIdDigits([...report.hacks, ...older, ...report.commits].map((hack) => hack.id));
  const carried: Section = { kind: 'open', title: 'Carried in', meaning: '', hacks: older, wantsProof: false };
  const sections = [...sectionsOf(report), ...(older.length > 0 ? [carried] : [])];
  const blocks = [
    `# ${escapeMarkdown(titleOf(report))}`,
    [renderHead(report), ...demoLinesOf(report).map(escapeMarkdown)].join('  \n'),
    `**${renderSummary(report)}**`,
    ...sections.flatMap((section) => renderSection(section, digits)),
    ...renderFolders(report.folders),
    closingLinesOf(report)
      .map((line) => `- ${escapeMarkdown(line)}`)
      .join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function renderHead({ line, at, asOf, paths, ...head }: OutcomeReport): string {
  const commit = at ? ` at ${codeMarkdown(shortenCommit(at.commit))}` : '';
  const limited = paths.length > 0 ? `, in ${paths.map(codeMarkdown).join(' ')}` : '';
  return `${escapeMarkdown(nameOf(head))}, ${escapeMarkdown(line)}${commit}, as of ${renderMoment(asOf)}${limited}`;
}

function renderSection(section: Section, digits: number): string[] {
  const title = `## ${section.title} (${renderNumber(section.hacks.length)})`;
  const rows = section.hacks.map((hack) => renderRow(hack, section.wantsProof, digits));
  const table = ['| hack | tag | where | what | commit |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
  return section.meaning === '' ? [title, table] : [title, `${capitalise(section.meaning)}.`, table];
}

function renderRow(hack: Hack, wantsProof: boolean, digits: number): string {
  const id = shortenId(hack.id, digits);
  const commit = hack.status === 'removed' ? codeMarkdown(shortenCommit(hack.removed.commit)) : '';
  const cells = [
    codeMarkdown(wantsProof ? `hackdebt show ${id}` : id),
    escapeMarkdown(hack.tag),
    codeMarkdown(`${hack.path}:${hack.line}`),
    escapeMarkdown(saidBy(hack)),
    commit,
  ];
  return `| ${cells.join(' | ')} |`;
}

function renderFolders(folders: readonly FolderOutcome[]): string[] {
  if (folders.length < 2) return [];
  const rows = folders.map(({ path, open, total }) => `| ${codeMarkdown(path)} | ${open} | ${total} |`);
  return ['## By folder', ['| folder | open | of |', '| --- | ---: | ---: |', ...rows].join('\n')];
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
