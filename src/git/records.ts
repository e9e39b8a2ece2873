import { UnsoundError } from '../errors.ts';

/** The records of a `-z` answer: each ends with NUL, the last one too. */
export function* splitRecords(output: Buffer): Generator<Buffer> {
  let start = 0;
  for (let end = output.indexOf(0); end !== -1; end = output.indexOf(0, start)) {
    yield output.subarray(start, end);
    start = end + 1;
  }
  if (start < output.length) throw new UnsoundError('git broke off in the middle of its answer.');
}
