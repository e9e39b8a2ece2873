import { UsageError } from '../errors.ts';
import type { Format } from '../model/report.ts';
import { isSet, textOf, textsOf, wordOf, type Given } from './given.ts';
import type { CommandFace, OptionRow } from './row.ts';

/** Options of every command; they may stand before or after its name. */
export const COMMON_OPTIONS: readonly OptionRow[] = [
  { flags: '-C <dir>', about: 'work there; a sub-directory limits the output to it' },
  { flags: '--json', about: 'the same as --format json' },
  { flags: '--format <format>', about: 'see "Formats" in the help of a command' },
  { flags: '--output <[format=]file>', about: 'write there, not to stdout ("-" is stdout)', repeat: true },
  { flags: '--config <file>', about: 'configuration instead of hackdebt.config.json (HACKDEBT_CONFIG)' },
  { flags: '--scope <name>', about: 'a part of the repository with its own sprint, as configured (HACKDEBT_SCOPE)' },
  { flags: '--db <file>', about: 'database instead of the one in the git directory (HACKDEBT_DB)' },
  { flags: '--jobs <n>', about: 'work in at most n threads; default one per core, at most 4' },
  { flags: '--emails', about: 'show email addresses' },
  { flags: '--no-color', about: 'no colours' },
  { flags: '--quiet', about: 'no progress and no notes' },
  { flags: '--verbose', about: 'say more on stderr' },
];

/** What `--output` is about where a command prints whatever files it writes. */
export const OUTPUT_BESIDE = 'write there as well as to stdout ("-" is stdout)';

/** One place the report is written to; `file` null is stdout. */
export interface Output {
  readonly format: Format;
  readonly file: string | null;
}

/** The common options, read. `color` is null unless `--no-color` was given. */
export interface Common {
  readonly dir: string | null;
  readonly outputs: readonly Output[];
  /** False where neither `--format` nor `--json` says how stdout looks: then a CI may. */
  readonly isFormatChosen: boolean;
  readonly config: string | null;
  readonly scope: string | null;
  readonly database: string | null;
  readonly jobs: number | null;
  readonly emails: boolean;
  readonly color: false | null;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly limit: number | null;
}

/** File name endings that name a format where nothing else does. */
const ENDINGS: Readonly<Record<string, Format>> = {
  json: 'json',
  md: 'markdown',
  sarif: 'sarif',
  csv: 'csv',
  xml: 'junit',
};

/** What of a command the common options go by. */
type Face = Pick<CommandFace, 'formats' | 'alwaysPrints'>;

/** Checks the common options against the formats of the command. Throws UsageError. */
export function readCommon(given: Given, face: Face): Common {
  return {
    dir: textOf(given, 'C'),
    ...readOutputs(given, face),
    config: textOf(given, 'config'),
    scope: textOf(given, 'scope'),
    database: readDatabase(given),
    jobs: readCount(textOf(given, 'jobs'), '--jobs'),
    emails: isSet(given, 'emails'),
    color: given.options['color'] === false ? false : null,
    quiet: isSet(given, 'quiet'),
    verbose: isSet(given, 'verbose'),
    limit: readCount(textOf(given, 'limit'), '--limit'),
  };
}

function readDatabase(given: Given): string | null {
  const file = textOf(given, 'db');
  if (file === '') throw new UsageError('--db names no file. For example --db hacks.db.');
  return file;
}

function readOutputs(given: Given, { formats, alwaysPrints }: Face): Pick<Common, 'outputs' | 'isFormatChosen'> {
  const format = readFormat(given, formats);
  const texts = textsOf(given, 'output');
  const named = texts.map((text) => readOutput(text, format, formats));
  // Where every file says its own format, --format speaks of stdout.
  const isFormatOfStdout = format !== null && texts.every((text) => PREFIXED.test(text));
  const usual = { format: isFormatOfStdout ? format : ('terminal' as const), file: null };
  const isForStdout = named.length === 0 || isFormatOfStdout;
  const isBeside = alwaysPrints === true && named.every(({ file }) => file !== null);
  const outputs = [...named, ...(isForStdout || isBeside ? [usual] : [])];
  const twice = outputs.find((output, index) => outputs.findIndex(({ file }) => file === output.file) !== index);
  if (twice) throw new UsageError(`--output names ${twice.file ?? 'stdout'} twice. Give each format its own file.`);
  return { outputs, isFormatChosen: isFormatOfStdout || named.some(({ file }) => file === null) };
}

function readFormat(given: Given, formats: readonly Format[]): Format | null {
  const named = textOf(given, 'format');
  const format = named === null ? null : wordOf(named, '--format', formats);
  if (!isSet(given, 'json')) return format;
  if (format !== null && format !== 'json') {
    throw new UsageError(`--json and --format ${format} contradict each other. Give one of them.`);
  }
  return 'json';
}

const PREFIXED = /^([a-z]+)=(.*)$/s;

/** `F=FILE` or `FILE`; to write a file named `a=b`, say `./a=b`. */
function readOutput(text: string, usual: Format | null, formats: readonly Format[]): Output {
  const [, prefix, rest] = PREFIXED.exec(text) ?? [];
  const file = rest ?? text;
  if (file === '') throw new UsageError(`--output "${text}" names no file. For example --output json=hacks.json.`);
  const format = prefix === undefined ? (usual ?? guessFormat(file, formats)) : wordOf(prefix, '--output', formats);
  return { format, file: file === '-' ? null : file };
}

function guessFormat(file: string, formats: readonly Format[]): Format {
  const ending = /\.([a-z]+)$/.exec(file)?.[1] ?? '';
  const guess = ENDINGS[ending];
  return guess !== undefined && formats.includes(guess) ? guess : 'terminal';
}

function readCount(text: string | null, option: string): number | null {
  if (text === null) return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`${option} cannot be "${text}". Give a number from 1 on.`);
}
