import { UsageError } from '../../errors.ts';
import type { Calendar, InitOptions, Question } from '../../model/init.ts';
import type { CommandModule } from '../../model/request.ts';
import { isSet, listOf, textOf, wordOf, type Given } from '../given.ts';
import { row } from '../row.ts';
import { buildSprint, type RawSprint } from '../sprint-config.ts';

/** `hackdebt init` as seen from outside. */
export const INIT = row<InitOptions>({
  name: 'init',
  summary: 'write the configuration: when sprints begin, when the demo is, which rules hold',
  options: [
    { flags: '--start <day>', about: 'weekday on which sprints begin, date of the first one, or none (monday)' },
    { flags: '--timezone <zone>', about: 'where the team is: an IANA name such as Europe/Berlin (UTC)' },
    { flags: '--days <n>', about: 'working days of a sprint (5)' },
    { flags: '--demo-day <n>', about: 'the day that ends with the demo (2)' },
    { flags: '--demo-tag <pattern>', about: 'git tags that name a demo: demo-*' },
    { flags: '--tags <tags>', about: 'the tags that count, instead of the usual ones: TODO,FIXME', repeat: true },
    { flags: '--no-swept', about: 'rule for check: no comment goes while its code stays' },
    { flags: '--forbid <word>', about: 'rule for check: no new hack with this tag or words', repeat: true },
    { flags: '--ci <system>', about: 'write the step that runs check, too: github or gitlab' },
    { flags: '--force', about: 'write over files that are there' },
  ],
  examples: [
    ['hackdebt init', 'asks two questions on a terminal, none elsewhere'],
    ['hackdebt init --start tuesday --timezone Europe/Berlin --ci github', 'asks nothing'],
    ['hackdebt init --start none --forbid XXX', 'rules for an everyday repository, no sprints'],
  ],
  formats: ['terminal', 'json'],
  read: readInitOptions,
  load: async () => (await import('../../commands/init.ts')) as CommandModule<InitOptions>,
});

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'none'] as const;
const ABOUT_CONFIG = ['start', 'timezone', 'days', 'demoDay', 'demoTag', 'tags', 'forbid'];

function readInitOptions(given: Given): InitOptions {
  if (textOf(given, 'config') !== null)
    throw new UsageError('init writes hackdebt.config.json at the root. Leave --config out.');
  const [start, timezone, ci] = [textOf(given, 'start'), textOf(given, 'timezone'), textOf(given, 'ci')];
  const said = { start: start === null ? null : readStart(start, '--start'), timezone };
  const draft = (calendar: Calendar): Record<string, unknown> => draftConfig(calendar, given);
  draft(said);
  return {
    given: said,
    questions: QUESTIONS,
    isAboutConfig: ABOUT_CONFIG.some((name) => given.options[name] !== undefined) || given.options['swept'] === false,
    draft,
    ci: ci === null ? null : wordOf(ci, '--ci', ['github', 'gitlab'] as const),
    force: isSet(given, 'force'),
  };
}

const QUESTIONS: Readonly<Record<keyof Calendar, Question>> = {
  start: {
    text: 'On which weekday does your sprint begin? (none: no sprints)',
    usual: 'monday',
    read: (answer) => readStart(answer, 'The answer'),
  },
  timezone: {
    text: 'In which time zone does the team work?',
    /** The machine's is offered, and counts only where a person says so. */
    get usual(): string {
      return new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
    },
    read: (answer) => {
      checkSprint({ start: 'monday', timezone: answer });
      return answer;
    },
  },
};

function readStart(text: string, what: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  return wordOf(text, what, WEEKDAYS);
}

/** What a team says of its week stands in the file, also where it is the default: the file is there to be read. */
function draftConfig({ start, timezone }: Calendar, given: Given): Record<string, unknown> {
  const [tags, forbid] = [listOf(given, 'tags'), listOf(given, 'forbid')];
  const rules = {
    ...(given.options['swept'] === false && { noSwept: true }),
    ...(forbid.length > 0 && { forbid }),
  };
  return {
    ...(start === 'none' ? refuseCalendar(given) : { sprint: draftSprint({ start, timezone }, given) }),
    ...(tags.length > 0 && { tags: tags.map((tag) => tag.toUpperCase()) }),
    ...(Object.keys(rules).length > 0 && { rules }),
  };
}

function draftSprint({ start, timezone }: Calendar, given: Given): RawSprint {
  const [days, demoDay, demoTag] = [readNumber(given, 'days'), readNumber(given, 'demoDay'), textOf(given, 'demoTag')];
  const sprint = {
    start: start ?? 'monday',
    days: days ?? 5,
    demoDay: demoDay ?? Math.min(2, days ?? 5),
    timezone: timezone ?? 'UTC',
    ...(demoTag !== null && { demoTag }),
  };
  checkSprint(sprint);
  return sprint;
}

/** Without sprints nothing can be said of them. */
function refuseCalendar(given: Given): Record<string, never> {
  const name = ['timezone', 'days', 'demoDay', 'demoTag'].find((key) => given.options[key] !== undefined);
  if (name === undefined) return {};
  throw new UsageError(`--${flagOf(name)} is about sprints, and --start none wants none. Leave one of them out.`);
}

/** The same checks as of a file, in words about flags. */
function checkSprint(sprint: RawSprint): void {
  buildSprint(sprint, {
    complain: (_, problem) => new UsageError(problem.replaceAll(/"sprint\.\w+"/g, flagFor)),
  });
}

/** `"sprint.demoDay"` -> `--demo-day` */
function flagFor(key: string): string {
  return `--${flagOf(key.slice(key.indexOf('.') + 1, -1))}`;
}

function flagOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function readNumber(given: Given, name: string): number | null {
  const text = textOf(given, name);
  if (text === null) return null;
  if (/^[1-9]\d?$/.test(text) && Number(text) <= 60) return Number(text);
  throw new UsageError(`--${flagOf(name)} cannot be "${text}". Give a number from 1 to 60.`);
}
