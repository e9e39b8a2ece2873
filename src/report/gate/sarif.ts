import type { ChangedHack, CheckReport, FindingLevel } from '../../model/check.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import { escapeUri } from '../escape/uri.ts';
import { stringify } from '../json/stringify.ts';
import type { Annotation } from '../places/annotation.ts';
import { annotationsOf } from './annotations.ts';

/** What GitHub takes of one run. */
const MOST = 25_000;

const LEVELS: Record<FindingLevel, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
};

/** SARIF 2.1.0: one rule per rule of the gate, results for what has a place, notifications for what speaks of the whole branch. */
export function renderCheckSarif(report: CheckReport): string {
  const annotations = annotationsOf(report);
  const placed = annotations
    .flatMap(({ place, ...rest }) => (place === null ? [] : [{ ...rest, place }]))
    .slice(0, MOST);
  const rules = [...new Map(placed.map((one) => [one.rule, one])).values()].map(buildRule);
  const notifications = annotations.filter(({ place }) => place === null).map(buildNotification);
  const run = {
    tool: { driver: { name: 'hackdebt', rules: rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)) } },
    automationDetails: { id: 'hackdebt/check/' },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, toolConfigurationNotifications: notifications }],
    results: placed.map(buildResult),
  };
  return stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] });
}

type Placed = Annotation & { readonly place: ChangedHack };

interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly defaultConfiguration: { readonly level: (typeof LEVELS)[FindingLevel] };
}

function buildRule({ rule, level }: Placed): Rule {
  return {
    id: `hackdebt.${rule}`,
    shortDescription: { text: rule === 'new' ? 'A shortcut was admitted' : `The rule ${rule} of the gate` },
    help: { text: 'See "check" in the README of hackdebt.' },
    defaultConfiguration: { level: LEVELS[level] },
  };
}

function buildNotification({ message, level }: Annotation): object {
  return { message: { text: escapeTerminal(message) }, level: LEVELS[level] };
}

function buildResult({ rule, level, message, place }: Placed): object {
  const { path, line, column, endLine, fingerprint } = place;
  const region = { startLine: line, startColumn: column, endLine: Math.max(line, endLine) };
  return {
    ruleId: `hackdebt.${rule}`,
    level: LEVELS[level],
    message: { text: escapeTerminal(message) },
    locations: [{ physicalLocation: { artifactLocation: { uri: escapeUri(path) }, region } }],
    partialFingerprints: { 'hackdebtMarker/v1': fingerprint },
    baselineState: stateOf(place),
  };
}

/** Against the base. That a comment was swept is as new as an admission; `absent` would be shown as open by GitHub, so nothing says it. */
function stateOf({ before, path, tag, text }: ChangedHack): 'new' | 'updated' | 'unchanged' {
  if (before === null) return 'new';
  return before.path === path && before.tag === tag && before.text === text ? 'unchanged' : 'updated';
}
