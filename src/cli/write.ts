import { lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UnsoundError, UsageError } from '../errors.ts';
import type { CommandResult } from '../model/request.ts';
import { renderReport, type Style } from '../report/render.ts';
import { PLAIN } from '../report/palette.ts';
import { findCiFormat, tellGithub } from './ci.ts';
import { showsOnlyAscii } from './charset.ts';
import { hasColour, openPalette } from './colour.ts';
import type { Common } from './common.ts';
import type { Io } from './io.ts';
import { writeStream } from './stream.ts';

/** Columns where there is no terminal: an admission can run on for a screen, and JSON has all of it. */
const PIPED_WIDTH = 160;

/** Errors of the file system that the user can mend by naming another file. */
const USER_ERRORS = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS', 'ENAMETOOLONG']);

/** Writes a report in every format asked for: files first, so that a broken pipe loses none. */
export async function writeReport(result: CommandResult, common: Common, io: Io): Promise<void> {
  const plain: Style = { palette: PLAIN, width: PIPED_WIDTH, limit: common.limit, idDigits: result.idDigits ?? null };
  for (const { format, file } of common.outputs) {
    if (file !== null) writeFile(resolve(io.cwd(), file), renderReport(result.report, format, plain));
  }
  tellGithub(result.report, io.env, plain);
  const toStdout = common.outputs.find(({ file }) => file === null);
  if (!toStdout) return;
  const palette = await openPalette(hasColour(io.stdout, io.env, common.color));
  const width = io.stdout.isTTY === true ? io.stdout.columns || 80 : PIPED_WIDTH;
  const style: Style = { ...plain, palette, width, ascii: showsOnlyAscii(io.env) };
  const ci = findCiFormat(result.report, common, io.env);
  if (ci && !common.quiet) io.stderr.write(`format ${ci.format}, as ${ci.variable} is set; --format goes before it\n`);
  await writeStream(io.stdout, renderReport(result.report, ci?.format ?? toStdout.format, style));
}

function writeFile(path: string, text: string): void {
  try {
    replaceFile(path, text);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    if (USER_ERRORS.has(code)) throw new UsageError(`--output cannot write "${path}" (${code}). Name another file.`);
    throw new UnsoundError(`"${path}" cannot be written (${code}).`, { cause: error });
  }
}

/** Whole or not at all: a new file takes the place of the old one. Devices and pipes are written to directly. */
function replaceFile(path: string, text: string): void {
  const old = lstatSync(path, { throwIfNoEntry: false });
  if (old?.isSymbolicLink())
    throw new UsageError(`--output does not write through links. Name the target of "${path}".`);
  if (old && !old.isFile() && !old.isDirectory()) return writeFileSync(path, text);
  const fresh = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(fresh, text, { flag: 'wx' });
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}
