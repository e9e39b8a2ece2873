import type { Allowance } from '../../gate/judge-gate.ts';

const TRAILER = /^Hackdebt-Allow:[ \t]*(\S+)[ \t]+(\S.*)$/gim;

/** The `Hackdebt-Allow: <rule> <reason>` lines of commit messages; one without a reason allows nothing. */
export function readAllowances(messages: readonly string[]): Allowance[] {
  return messages.flatMap((message) =>
    [...message.matchAll(TRAILER)].map(([, rule = '', reason = '']) => ({ rule, reason: reason.trim() })),
  );
}
