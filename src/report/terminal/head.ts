import type { Head } from '../../model/head.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import type { Style } from '../style.ts';
import { nameOf, shortenCommit } from '../words.ts';

/** `feed · main at 3f9a2c1` */
export function renderHead({ line, at, ...head }: Head, { palette }: Style): string {
  const where = at
    ? `${escapeTerminal(line)} at ${shortenCommit(at.commit)}`
    : `${escapeTerminal(line)}, no commits yet`;
  return `${palette.title(escapeTerminal(nameOf(head)))} · ${where}`;
}
