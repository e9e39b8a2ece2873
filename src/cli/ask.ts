import { UsageError } from '../errors.ts';
import type { Ask, Question } from '../model/init.ts';
import type { Io } from './io.ts';
import { rejectOn } from './trouble.ts';

/** Asks on the terminal; null where nobody sits at one. `close` must be called, or the program waits for more input. */
export interface Asker {
  readonly ask: Ask | null;
  close(): void;
}

/** Standard input is read from the first question on, and not even looked at where the output goes to a file. */
export function openAsker(io: Pick<Io, 'stdin' | 'stdout'>, signal: AbortSignal): Asker {
  const { stdout } = io;
  if (stdout.isTTY !== true || io.stdin.isTTY !== true) return { ask: null, close: () => undefined };
  const { stdin } = io;
  const state: { lines: AsyncGenerator<string> | null } = { lines: null };
  const ask: Ask = async (question) => {
    state.lines ??= readLines(stdin);
    for (;;) {
      stdout.write(`${question.text} [${question.usual}] `);
      const line = await Promise.race([state.lines.next(), rejectOn(signal)]);
      if (line.done) throw new UsageError('nothing was answered, so nothing was written. Give --start and --timezone.');
      const answer = readAnswer(question, line.value.trim());
      if (!(answer instanceof UsageError)) return answer;
      stdout.write(`  ${answer.message}\n`);
    }
  };
  return { ask, close: () => void (state.lines && stdin.destroy?.()) };
}

function readAnswer(question: Question, text: string): string | UsageError {
  try {
    return question.read(text === '' ? question.usual : text);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

async function* readLines(stdin: Io['stdin']): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of stdin) {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
