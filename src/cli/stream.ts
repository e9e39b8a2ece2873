import { UnsoundError } from '../errors.ts';
import type { Sink } from './io.ts';

/** Resolves when the text is handed over; a reader that has gone (`| head`) is a normal end. */
export function writeStream(sink: Sink, text: string): Promise<void> {
  return new Promise((done, fail) => {
    sink.write(text, (error) => {
      const code = (error as NodeJS.ErrnoException | null | undefined)?.code;
      if (!error || code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') done();
      else fail(new UnsoundError(`the output cannot be written (${code ?? error.message}).`, { cause: error }));
    });
  });
}
