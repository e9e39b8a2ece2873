import type { Format } from '../model/report.ts';
import type { CommandModule, CommandResult, Request } from '../model/request.ts';
import type { Given } from './given.ts';

/** One option in commander's notation. `repeat` collects values; `conflicts` names options by their camel-case name. */
export interface OptionRow {
  readonly flags: string;
  readonly about: string;
  readonly repeat?: boolean;
  readonly conflicts?: readonly string[];
}

/** A command line worth copying, and what it does. */
export type Example = readonly [line: string, about: string];

/** How a command looks from outside. */
export interface CommandFace {
  readonly name: string;
  readonly summary: string;
  /** Its arguments in commander's notation (`[paths...]`), with their meaning. */
  readonly args?: readonly (readonly [notation: string, about: string])[];
  readonly options: readonly OptionRow[];
  readonly examples: readonly Example[];
  /** The first one is what a terminal shows. */
  readonly formats: readonly Format[];
  /** True: stdout gets the report also where `--output` names files. Who reads a CI's log wants to see why it failed. */
  readonly alwaysPrints?: boolean;
}

/** A request before it is known which command it is for. */
export type Frame = Omit<Request<unknown>, 'options'>;

/** One command. `prepare` checks what was typed (throws UsageError) without loading the command. */
export interface CommandRow extends CommandFace {
  prepare(given: Given): (frame: Frame) => Promise<CommandResult>;
}

interface Parts<Options> extends CommandFace {
  readonly read: (given: Given) => Options;
  readonly load: () => Promise<CommandModule<Options>>;
}

/** Ties what a command reads from argv to what it runs with; the commands' types agree or do not compile. */
export function row<Options>({ read, load, ...face }: Parts<Options>): CommandRow {
  const prepare = (given: Given): ((frame: Frame) => Promise<CommandResult>) => {
    const options = read(given);
    return async (frame) => (await load()).run({ ...frame, options });
  };
  return { ...face, prepare };
}
