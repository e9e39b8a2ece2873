import { Command, CommanderError, Option } from 'commander';
import { UsageError } from '../errors.ts';
import { COMMON_OPTIONS, OUTPUT_BESIDE, readCommon, type Common } from './common.ts';
import type { Given } from './given.ts';
import type { CommandRow, Frame, OptionRow } from './row.ts';
import { renderSuggestion } from './suggest.ts';
import type { CommandResult } from '../model/request.ts';

/** What argv asks for: a text to print, or a command to run. */
export type Invocation = Print | Run;

/** A help or the version. */
export interface Print {
  readonly kind: 'print';
  readonly text: string;
}

/** A command, checked and ready. */
export interface Run {
  readonly kind: 'run';
  readonly common: Common;
  readonly run: (frame: Frame) => Promise<CommandResult>;
}

const EXIT_CODES = `
Exit codes:
  0         done, or the gate passed
  1         the gate failed
  2         wrong usage or configuration
  3         no sound answer is possible (no repository, cut history, git or database failed)
  70        a bug in hackdebt
  130, 143  stopped by a signal
`;

/** Columns of the help, whatever the terminal: its text is tested byte for byte. */
const HELP_WIDTH = 100;

/** Reads argv (without node and script). Throws UsageError. Loads no command. */
export function parseArgv(argv: readonly string[], rows: readonly CommandRow[], version: string): Invocation {
  const heard: { text: string; chosen: Chosen | undefined } = { text: '', chosen: undefined };
  const program = buildProgram(rows, version, (chosen) => (heard.chosen = chosen));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => (heard.text += text),
      writeErr: () => undefined,
      getOutHelpWidth: () => HELP_WIDTH,
      getOutHasColors: () => false,
    });
  }
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'print', text: heard.text };
    throw new UsageError(explain(error, program, rows), { cause: error });
  }
  if (!heard.chosen) throw new Error('commander chose no command');
  return invocationOf(heard.chosen);
}

interface Chosen {
  readonly row: CommandRow;
  readonly given: Given;
}

function invocationOf({ row, given }: Chosen): Invocation {
  return { kind: 'run', common: readCommon(given, row), run: row.prepare(given) };
}

function buildProgram(rows: readonly CommandRow[], version: string, choose: (chosen: Chosen) => void): Command {
  const program = new Command('hackdebt')
    .usage('[command] [options]')
    .description('Finds every TODO, FIXME and "don\'t do this" and says what became of it.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', renderExamples(rows.flatMap((row) => row.examples.slice(0, 1))))
    .addHelpText('after', EXIT_CODES.trimEnd());
  addOptions(program, COMMON_OPTIONS);
  for (const [index, row] of rows.entries()) {
    const command = program.command(row.name, { isDefault: index === 0 });
    describeCommand(command, row);
    command.action(() => choose({ row, given: { args: command.args, options: command.optsWithGlobals() } }));
  }
  return program;
}

function describeCommand(command: Command, row: CommandRow): void {
  command.summary(row.summary).description(`${row.summary[0]?.toUpperCase()}${row.summary.slice(1)}.`);
  command.helpOption('-h, --help', 'print this help');
  if (row.alwaysPrints) command.configureHelp({ showGlobalOptions: true, optionDescription: describeBeside });
  for (const [notation, about] of row.args ?? []) command.argument(notation, about);
  addOptions(command, row.options);
  command.addHelpText('after', `\nFormats: ${row.formats.join(', ')}`);
  command.addHelpText('after', renderExamples(row.examples)).addHelpText('after', EXIT_CODES.trimEnd());
}

function describeBeside({ long, description }: Option): string {
  return long === '--output' ? OUTPUT_BESIDE : description;
}

function addOptions(command: Command, rows: readonly OptionRow[]): void {
  for (const row of rows) {
    const option = new Option(row.flags, row.about);
    if (row.repeat) option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
    if (row.conflicts) option.conflicts([...row.conflicts]);
    command.addOption(option);
  }
}

function renderExamples(examples: CommandRow['examples']): string {
  const width = Math.max(...examples.map(([line]) => line.length));
  return ['\nExamples:', ...examples.map(([line, about]) => `  ${line.padEnd(width)}  ${about}`)].join('\n');
}

/** Commander's complaint as one sentence with what to do. */
function explain(error: CommanderError, program: Command, rows: readonly CommandRow[]): string {
  const word = program.args[0] ?? '';
  const names = rows.map((row) => row.name);
  const isCommand = names.includes(word);
  if (!isCommand && word !== '' && !word.startsWith('-')) {
    return `"${word}" is no command.${renderSuggestion(word, names)} See hackdebt --help.`;
  }
  const message = error.message.replace(/^error: /, '').replace(/\n\((.*)\)$/, ' ($1)');
  return `${message.replace(/\.$/, '')}. See hackdebt ${isCommand ? `${word} ` : ''}--help.`;
}
