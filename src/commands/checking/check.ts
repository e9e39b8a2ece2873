import { UnsoundError, UsageError } from '../../errors.ts';
import type { Check } from '../../model/report.ts';

type Name = Check['name'];

/** All is well. */
export function ok(name: Name, finding: string): Check {
  return { name, status: 'ok', finding, advice: null };
}

/** It works, but not as one would think. */
export function warning(name: Name, finding: string, advice: string): Check {
  return { name, status: 'warning', finding, advice };
}

/** Something cannot be done here. */
export function problem(name: Name, finding: string, advice: string): Check {
  return { name, status: 'problem', finding, advice };
}

/** What `look` finds, or the user's error that it met. All else is a bug and flies on. */
export async function attempt<T>(look: () => Promise<T>): Promise<T | UnsoundError | UsageError> {
  try {
    return await look();
  } catch (error) {
    if (isUserError(error)) return error;
    throw error;
  }
}

export function isUserError(value: unknown): value is UnsoundError | UsageError {
  return value instanceof UnsoundError || value instanceof UsageError;
}

/** A check; an error that it met is what it found. */
export async function checking(name: Name, look: () => Promise<Check>): Promise<Check> {
  const found = await attempt(look);
  return isUserError(found) ? checkOf(name, found) : found;
}

/** An error says what is wrong, then `: ` or `. `, then what to do. */
export function checkOf(name: Name, { message }: UnsoundError | UsageError): Check {
  const [, finding = message, advice = ''] = /^(.+?)[.:] (\S.*)$/s.exec(message) ?? [];
  return { name, status: 'problem', finding, advice: advice === '' ? null : capitalize(advice) };
}

/** As a sentence, unless it begins with what is to be typed. */
function capitalize(text: string): string {
  return text.startsWith('hackdebt ') ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
