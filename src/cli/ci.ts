import { randomUUID } from 'node:crypto';
import { appendFileSync, statSync } from 'node:fs';
import { UnsoundError } from '../errors.ts';
import type { CheckReport } from '../model/check.ts';
import type { Format, Report } from '../model/report.ts';
import { hasNews } from '../report/check.ts';
import { renderReport, type Style } from '../report/render.ts';
import type { Common } from './common.ts';
import type { Io } from './io.ts';

/** What a CI wants to read where nobody said what stdout looks like. */
const SERVICES: readonly { readonly variable: string; readonly format: Format }[] = [
  { variable: 'GITHUB_ACTIONS', format: 'github' },
  { variable: 'GITLAB_CI', format: 'gitlab' },
  { variable: 'TF_BUILD', format: 'azure' },
];

/** The CI for which the gate prints unless told otherwise; undefined elsewhere, for every other report, and where a file has its format. */
export function findCiFormat(
  report: Report,
  { isFormatChosen, outputs }: Pick<Common, 'isFormatChosen' | 'outputs'>,
  env: Io['env'],
): (typeof SERVICES)[number] | undefined {
  if (report.schema !== 'hackdebt.check/1' || isFormatChosen) return undefined;
  const service = SERVICES.find(({ variable }) => isSaid(env[variable]));
  return outputs.some(({ file, format }) => file !== null && format === service?.format) ? undefined : service;
}

/** A job summary may be 1 MiB long; what other steps said before counts. In bytes. */
const SUMMARY_LIMIT = 900_000;

/** On GitHub: the comment's text into the job summary, and `verdict`, `changed`, `new`, `paid` as outputs of the step. */
export function tellGithub(report: Report, env: Io['env'], style: Style): void {
  if (report.schema !== 'hackdebt.check/1' || !isSaid(env['GITHUB_ACTIONS'])) return;
  const [summary, outputs] = [env['GITHUB_STEP_SUMMARY'], env['GITHUB_OUTPUT']];
  if (isSaid(summary)) appendSummary(summary, report, style);
  if (isSaid(outputs)) append(outputs, renderOutputs(report));
}

function appendSummary(file: string, report: CheckReport, style: Style): void {
  append(file, renderToFit(report, style, SUMMARY_LIMIT - (statSync(file, { throwIfNoEntry: false })?.size ?? 0)));
}

/** The comment with as many rows as there is room for, in bytes: what the annotations leave out is looked for here. */
function renderToFit(report: CheckReport, style: Style, room: number): string {
  for (let limit = report.changes.length + report.findings.length; limit >= 1; limit = Math.floor(limit / 2)) {
    const text = renderReport(report, 'markdown', { ...style, limit });
    if (Buffer.byteLength(text) <= room) return text;
  }
  return hasNews(report) ? '**hackdebt**: the summary of this step is full.\n' : '';
}

/** Each output as a heredoc whose delimiter nobody can foresee. */
function renderOutputs({ verdict, changes, counts }: CheckReport): string {
  const end = `hackdebt-${randomUUID()}`;
  // Without a database what came back is told as new: the number is the same either way.
  const values = { verdict, changed: changes.length, new: counts.new + counts.reopened, paid: counts.paid };
  return Object.entries(values)
    .map(([name, value]) => `${name}<<${end}\n${value}\n${end}\n`)
    .join('');
}

function append(file: string, text: string): void {
  try {
    appendFileSync(file, text);
  } catch (error) {
    throw new UnsoundError(`"${file}" cannot be written (${(error as NodeJS.ErrnoException).code}).`, { cause: error });
  }
}

function isSaid(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
