/** From the tag or the phrase on; all of the line where it says neither. */
export function fromTag(line, { tag, kind }) {
  const index = kind === 'tag' ? line.toUpperCase().indexOf(tag) : -1;
  return index < 0 ? line : line.slice(index);
}

/** Letters and digits only: how a comment is laid out and closed says nothing. */
export function keyOf(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
