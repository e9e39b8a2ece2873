import { createHash } from 'node:crypto';

/** What a fingerprint is made of. */
export interface Fingerprinted {
  readonly path: string;
  readonly tag: string;
  readonly text: string;
}

/**
 * Names places so that an edit above them opens no finding anew: `v1:` and 32 hexadecimal digits of SHA-256 over tag, text, path and the
 * ordinal among equals, never the line. The text is that of all its lines with white space collapsed, as in a hack's id: a formatter that
 * wraps a comment otherwise moves its line ends, and what the first line holds. Give it the places of a tree by path, line and column.
 */
export function openFingerprints(): (place: Fingerprinted) => string {
  const seen = new Map<string, number>();
  return ({ path, tag, text }) => {
    const key = JSON.stringify([path, tag, text]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return `v1:${createHash('sha256').update(`v1 ${ordinal} ${key}`).digest('hex').slice(0, 32)}`;
  };
}
