/** A word and, if it is not ASCII, its UTF-8 bytes read as Latin-1 in the usual cases, because bytes know no case. */
export function spellingsOf(word: string): string[] {
  if (isAscii(word)) return [word];
  const cases = [
    word,
    word.toLowerCase(),
    word.toUpperCase(),
    (word[0] ?? '').toUpperCase() + word.slice(1),
    (word[0] ?? '') + word.slice(1).toLowerCase(),
  ];
  return [...new Set([word, ...cases.map(latin1OfUtf8)])];
}

function latin1OfUtf8(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
