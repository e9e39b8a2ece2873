import { UnsoundError } from '../errors.ts';

/** The lines of an answer in lines: each ends with LF, the last one too. */
export function splitLines(output: string): string[] {
  if (output !== '' && !output.endsWith('\n')) throw brokenOff();
  return output.split('\n').slice(0, -1);
}

/** The records of a `-z` answer: each ends with NUL, the last one too. */
export function* splitRecords(output: Buffer): Generator<Buffer> {
  let start = 0;
  for (let end = output.indexOf(0); end !== -1; end = output.indexOf(0, start)) {
    yield output.subarray(start, end);
    start = end + 1;
  }
  if (start < output.length) throw brokenOff();
}

/** The same as Latin-1: for answers of thousands of short records, of which a buffer each would take ten times as long. */
export function splitLatin1Records(output: Buffer): string[] {
  const records = output.toString('latin1').split('\0');
  if (records.pop() !== '') throw brokenOff();
  return records;
}

/** Git said something else than it was asked for, or only a part of it. */
export function brokenOff(): UnsoundError {
  return new UnsoundError('git broke off in the middle of its answer, or did not answer what it was asked.');
}
