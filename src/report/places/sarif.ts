import { escapeTerminal } from '../escape/terminal.ts';
import { escapeUri } from '../escape/uri.ts';
import { stringify } from '../json/stringify.ts';
import { openFingerprints } from './fingerprint.ts';
import { levelOf, ruleOf, type Place } from './place.ts';

/** What GitHub takes of one run. */
const MOST = 25_000;

/** SARIF 2.1.0 with one rule per tag. Fingerprints hold no line number, or every edit would open a finding anew. */
export function renderSarif(places: readonly Place[]): string {
  const shown = places.slice(0, MOST);
  const rules = [...new Map(shown.map((place) => [place.tag, place])).values()].map(buildRule);
  const fingerprint = openFingerprints();
  const run = {
    tool: { driver: { name: 'hackdebt', rules: rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)) } },
    automationDetails: { id: 'hackdebt/' },
    columnKind: 'utf16CodeUnits',
    results: shown.map((place) => buildResult(place, fingerprint(place))),
    ...(places.length > MOST ? { properties: { truncated: `${MOST} of ${places.length}` } } : {}),
  };
  return stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] });
}

interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly defaultConfiguration: { readonly level: 'warning' | 'note' };
}

function buildRule(place: Place): Rule {
  const tag = escapeTerminal(place.tag);
  return {
    id: `hackdebt.${ruleOf(place.tag)}`,
    shortDescription: { text: `${tag}: an admitted shortcut` },
    help: { text: `Somebody wrote ${tag} here. Pay it back, or say in the code review why it may stay.` },
    defaultConfiguration: { level: levelOf(place) },
  };
}

function buildResult(place: Place, fingerprint: string): object {
  const { path, line, column, endLine, tag, text } = place;
  const region = { startLine: line, startColumn: column, endLine: Math.max(line, endLine) };
  return {
    ruleId: `hackdebt.${ruleOf(tag)}`,
    level: levelOf(place),
    message: { text: escapeTerminal(`${tag} ${text}`.trimEnd()) },
    locations: [{ physicalLocation: { artifactLocation: { uri: escapeUri(path) }, region } }],
    partialFingerprints: { 'hackdebtMarker/v1': fingerprint },
  };
}
