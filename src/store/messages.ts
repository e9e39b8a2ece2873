const KEPT_TRAILER = /^(?:co-authored-by|assisted-by|generated-by|co-developed-by):[ \t]*\S.*$/gim;

/** The subject of a commit message as git shows it: the lines of the first paragraph, joined by spaces. */
export function subjectOf(message: string): string {
  const [paragraph = ''] = message.replace(/^\s+/, '').split(/\n[ \t\r]*\n/, 1);
  return paragraph.split('\n').join(' ').replaceAll('\r', '').trim();
}

/** The lines of a message that name further authors, one a line; null where there are none. */
export function trailersOf(message: string): string | null {
  const lines = message.match(KEPT_TRAILER);
  return lines ? lines.map((line) => line.trim()).join('\n') : null;
}
