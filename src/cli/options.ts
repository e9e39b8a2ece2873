import { UsageError } from '../errors.ts';
import type {
  DemoOptions,
  DoctorOptions,
  HackFilter,
  ListOptions,
  MarkersOptions,
  MarkersSource,
  ReportOptions,
  ScanOptions,
  ShowOptions,
  ShowTarget,
} from '../model/request.ts';
import { isSet, listOf, textOf, textsOf, wordOf, wordsOf, type Given } from './given.ts';

export const STATUSES = ['open', 'removed', 'merged', 'all'] as const;
export const KINDS = ['tag', 'phrase', 'macro', 'commit'] as const;
export const FATES = ['refactored', 'deleted', 'swept', 'unclear'] as const;
export const ORDERS = ['touches', 'age', 'date', 'path'] as const;

/** Days in the units that `--min-age` knows. */
const AGE_UNITS: Readonly<Record<string, number>> = { '': 1, d: 1, w: 7, m: 30, y: 365 };

export function readScanOptions(given: Given): ScanOptions {
  return {
    rev: textOf(given, 'rev'),
    store: isSet(given, 'store'),
    allowShallow: isSet(given, 'allowShallow'),
  };
}

export function readListOptions(given: Given): ListOptions {
  return {
    at: textOf(given, 'at'),
    sort: wordOf(textOf(given, 'sort') ?? 'touches', '--sort', ORDERS),
    filter: readFilter(given),
    allowShallow: isSet(given, 'allowShallow'),
  };
}

/** Without `--status`, a question about fates is one about the removed. */
function readFilter(given: Given): HackFilter {
  const fates = wordsOf(given, 'fate', FATES);
  const asked = wordsOf(given, 'status', STATUSES);
  const named = asked.flatMap((status) => (status === 'all' ? [] : [status]));
  const usual = fates.length > 0 ? (['removed'] as const) : (['open'] as const);
  return {
    statuses: asked.includes('all') ? [] : named.length > 0 ? named : usual,
    kinds: wordsOf(given, 'kind', KINDS),
    fates,
    tags: listOf(given, 'tag').map((tag) => tag.toUpperCase()),
    authors: textsOf(given, 'author'),
    owners: textsOf(given, 'owner'),
    paths: textsOf(given, 'path'),
    minAgeDays: readAge(textOf(given, 'minAge') ?? '0', '--min-age'),
  };
}

/** Days of an age as typed: `30`, `4w`, `6m`, `1y`. Throws UsageError. */
export function readAge(text: string, option: string): number {
  const match = /^(\d{1,6})([dwmy]?)$/.exec(text);
  if (match) return Number(match[1]) * (AGE_UNITS[match[2] ?? ''] ?? 1);
  throw new UsageError(`${option} cannot be "${text}". Give days, weeks, months or years: 30, 30d, 4w, 6m, 1y.`);
}

export function readShowOptions(given: Given): ShowOptions {
  return {
    target: readTarget(given.args[0] ?? ''),
    explain: isSet(given, 'explain'),
    allowShallow: isSet(given, 'allowShallow'),
  };
}

/** What names one hack: an id, the beginning of one, or PATH:LINE. Throws UsageError. */
export function readTarget(text: string): ShowTarget {
  const id = /^(?:hd-)?([0-9a-f]{4,16})$/i.exec(text);
  if (id) return { kind: 'id', prefix: (id[1] ?? '').toLowerCase() };
  const place = /^(.+?):([1-9]\d{0,8})(?::\d+)?$/s.exec(text);
  if (place) return { kind: 'place', path: place[1] ?? '', line: Number(place[2]) };
  throw new UsageError(`"${text}" is neither an id nor PATH:LINE. For example hd-3f9a2c1b or src/feed.ts:42.`);
}

export function readReportOptions(given: Given): ReportOptions {
  return {
    demo: textOf(given, 'demo'),
    sprint: textOf(given, 'sprint'),
    day: readDay(textOf(given, 'day')),
    since: textOf(given, 'since'),
    paths: textsOf(given, 'path'),
    all: isSet(given, 'all'),
    allowShallow: isSet(given, 'allowShallow'),
  };
}

function readDay(text: string | null): number | null {
  if (text === null) return null;
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new UsageError(`--day cannot be "${text}". Give the number of a day of the sprint, from 1 on.`);
}

export function readMarkersOptions(given: Given): MarkersOptions {
  return { source: readSource(given), include: textsOf(given, 'include'), exclude: textsOf(given, 'exclude') };
}

function readSource(given: Given): MarkersSource {
  const rev = textOf(given, 'rev');
  const filename = textOf(given, 'stdinFilename');
  if (!isSet(given, 'stdin')) {
    if (filename !== null) throw new UsageError('--stdin-filename names what --stdin reads. Add --stdin.');
    return rev === null ? { kind: 'files', paths: given.args } : { kind: 'revision', rev, paths: given.args };
  }
  if (given.args.length > 0) throw new UsageError('--stdin reads standard input. Leave out the paths.');
  if (filename === null) {
    throw new UsageError('--stdin needs to know the language. Add --stdin-filename, for example feed.ts.');
  }
  return { kind: 'stdin', filename };
}

export function readDemoOptions(given: Given): DemoOptions {
  return { rev: given.args[0] ?? null, sprint: textOf(given, 'sprint') };
}

export function readDoctorOptions(given: Given): DoctorOptions {
  return { rebuild: isSet(given, 'rebuild') };
}
