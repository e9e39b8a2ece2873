import type { Hack } from '../../model/hack.ts';
import type { AdmittedFileRef, LifeEvent, Proof, Rewrite, ShowReport } from '../../model/report.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import { EXTENTS, FATES, REMOVALS } from '../fates.ts';
import type { Style } from '../style.ts';
import { renderAge, renderCount, renderLines, renderMinute, renderNumber, shortenCommit } from '../words.ts';
import { renderPlace, renderState } from './hack-row.ts';
import { renderEvent } from './life-event.ts';

/** One life, told like a story: who, where, every event with its lines, the end and its proof. */
export function renderShow(report: ShowReport, style: Style): string {
  const { hack, events, rewrites, files, proof } = report;
  // Said once, of the hack, and not again of all that happened to it.
  const isOff = report.onlyOn !== null;
  const lines = [
    `${style.palette.id(hack.id)}  ${style.palette.tag(escapeTerminal(hack.tag))} ${escapeTerminal(hack.text)}`,
    renderWhere(report),
    renderFacts(hack),
    ...events.flatMap((event) => ['', ...renderEvent(isOff ? { ...event, landed: event.commit } : event, style)]),
    ...renderFiles(files, style),
    ...renderRewrites(rewrites, style),
    ...renderEnd(hack, events, style),
    ...(proof ? renderProof(proof, style) : []),
  ];
  return `${lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\n')}\n`;
}

function renderWhere({ hack, onlyOn, line }: ShowReport): string {
  const state = hack.status === 'open' ? (hack.stale ? 'open, stale' : 'open') : renderState(hack);
  const enclosing = hack.enclosing === null ? '' : ` in ${escapeTerminal(hack.enclosing)}`;
  const only = onlyOn === null ? '' : ` · only on ${escapeTerminal(onlyOn)}, not on ${escapeTerminal(line)}`;
  return `${state} · ${hack.status === 'open' ? '' : 'last at '}${renderPlace(hack)}${enclosing}${only}`;
}

function renderFacts(hack: Hack): string {
  const facts = [
    `${hack.introduced.notBefore ? 'at least ' : ''}${renderAge(hack.ageDays)} old`,
    hack.lines === null ? renderCount(hack.touches, 'touch', 'touches') : '',
    hack.lines === null ? '' : renderLines(hack.lines),
    hack.moves > 0 ? renderCount(hack.moves, 'move') : '',
    hack.rewordings > 0 ? renderCount(hack.rewordings, 'rewording') : '',
    hack.reopened > 0 ? `reopened ${hack.reopened}x` : '',
    hack.owner === null ? '' : `owner ${escapeTerminal(hack.owner)}`,
    hack.issues.map(escapeTerminal).join(' '),
    hack.due === null ? '' : `due ${escapeTerminal(hack.due)}`,
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

/** Where the lines of a commit stand that admits a shortcut, most first. */
function renderFiles(files: readonly AdmittedFileRef[], { palette }: Style): string[] {
  if (files.length === 0) return [];
  const sorted = files.toSorted((one, other) => other.standing - one.standing);
  const rows = sorted.slice(0, FILES).map(({ path, added, standing }) => {
    const row = `  ${renderNumber(standing)} of ${renderNumber(added)}  ${escapeTerminal(path)}`;
    return standing > 0 ? row : palette.faint(row);
  });
  const rest = files.length - FILES;
  return ['', 'The lines it added, and how many stand:', ...rows, ...(rest > 0 ? [`  and ${rest} more files`] : [])];
}

/** So many files are named. */
const FILES = 10;

function renderRewrites(rewrites: readonly Rewrite[], { palette }: Style): string[] {
  if (rewrites.length === 0) return [];
  const rows = rewrites.map(({ commit, date, subject, extent }) => {
    const said = `${renderMinute(date)}  ${shortenCommit(commit)} "${escapeTerminal(subject)}": ${EXTENTS[extent]}`;
    return extent === 'logic' ? said : palette.faint(said);
  });
  return ['', 'Its code, while the admission stayed:', ...rows.map((row) => `  ${row}`)];
}

function renderEnd(hack: Hack, events: readonly LifeEvent[], { palette }: Style): string[] {
  if (hack.status !== 'removed' || events.length === 0) return [];
  const { fate, removed } = hack;
  const title = fate === null ? 'Gone' : palette[FATES[fate].paint](`${FATES[fate].title}: ${FATES[fate].meaning}`);
  const seen = [
    removed.removal === null ? '' : REMOVALS[removed.removal],
    removed.extent === null || removed.extent === 'none' ? '' : EXTENTS[removed.extent],
    removed.acknowledged ? 'the commit message speaks of it' : '',
    removed.selfRemoved ? 'paid by who admitted it' : '',
    removed.confidence === null ? '' : `confidence ${Math.round(removed.confidence * 100)} %`,
  ].filter((part) => part !== '');
  return ['', title, ...(seen.length > 0 ? [`  ${seen.join('; ')}`] : [])];
}

function renderProof({ path, lines, command }: Proof, { palette }: Style): string[] {
  const paints = { ' ': palette.faint, '-': palette.bad, '+': palette.good } as const;
  const diff = lines.map(({ sign, line, text }) =>
    paints[sign](`  ${sign} ${String(line).padStart(5)}  ${escapeTerminal(text)}`.trimEnd()),
  );
  return ['', `Proof, in ${escapeTerminal(path)}:`, ...diff, `  ${escapeTerminal(command)}`];
}
