import { PLAIN, type Palette } from '../report/palette.ts';
import type { Io, Sink } from './io.ts';

/** Whether a stream gets colours: flag > FORCE_COLOR > NO_COLOR > TERM=dumb > terminal. */
export function hasColour(sink: Sink, env: Io['env'], flag: false | null): boolean {
  const force = env['FORCE_COLOR'];
  if (flag === false) return false;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  return env['TERM'] !== 'dumb' && sink.isTTY === true;
}

/** The palette for a stream; chalk is loaded only where it is used. Its own detection knows no NO_COLOR. */
export async function openPalette(isColoured: boolean): Promise<Palette> {
  if (!isColoured) return PLAIN;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    title: chalk.bold,
    faint: chalk.dim,
    id: chalk.cyan,
    tag: chalk.yellow,
    good: chalk.green,
    bad: chalk.red,
    doubtful: chalk.magenta,
  };
}
