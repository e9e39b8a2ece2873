/** A header with every balanced pair of parentheses shrunk to `§` and generic arguments left out, so that one expression can read it. */
export function shrinkHeader(header: string): string {
  return shrink(shrink(header, /\([^()]*\)/g, '§'), /<[\w\s,.:?&*|'"=§[\]@-]*>/g, '');
}

function shrink(text: string, pattern: RegExp, by: string): string {
  let before = '';
  let after = text;
  for (let round = 0; before !== after && round < 8; round += 1) {
    before = after;
    after = before.replaceAll(pattern, by);
  }
  return after;
}

/** Headers of blocks that define nothing: `if (a)`, `else`, `for (...)`, a lambda, a bare block. */
const CONTROL =
  /^(?:(?:[\w$]+\s*:\s*)?(?:if|else|for|foreach|while|do|switch|try|catch|finally|return|throw|synchronized|using|lock|unsafe|fixed)\b|$)|(?:=>|->|=)\s*(?:\|.*\|)?$/;

const STATEMENT = /^(?:\} ?)?(?:(?:if|for|while|switch|catch|elif|match) ?\(|else\b|do$|try$|finally$|$)/;

/** True if a header is plainly that of a statement in every language; most are, and need no further reading. */
export function isStatement(header: string): boolean {
  return STATEMENT.test(header) && !header.endsWith('=>');
}

/** True if a shrunk header belongs to a statement and not to a definition. */
export function isControl(shrunk: string): boolean {
  return CONTROL.test(shrunk);
}

const NO_NAMES = new Set(
  '__attribute__ __declspec alignas noexcept decltype requires throw throws if for while switch catch return sizeof typeof new and or not defined'.split(
    ' ',
  ),
);
const CANDIDATE = /(?<![.>]\s*)(~?[\w$]+(?:\s*::\s*~?[\w$]+)*|operator\s*[^\s\w§]+)\s*§/g;
const EXPRESSION = /(?:^|[^=!<>])=(?!=)|\bnew\s+[\w.:]+\s*§\s*$|^\s*(?:return|throw)\b/;

/**
 * Name of a function in the languages that mark it by its shape alone, `type name(arguments) more`: C, C++, Java, C#, Dart.
 * The last name before parentheses counts, so that attributes and annotations in front of it don't.
 */
export function findTypedName(shrunk: string): string | undefined {
  const signature = shrunk.replace(/(§\s*(?:const|noexcept§?)?)\s*:(?!:).*$/, '$1');
  if (EXPRESSION.test(signature.replaceAll(/operator\s*\S+/g, 'operator'))) return undefined;
  const names = [...signature.matchAll(CANDIDATE)].map((match) => match[1] ?? '').filter((name) => !NO_NAMES.has(name));
  return names.findLast((name) => !/^[A-Z_\d]+$/.test(name)) ?? names.at(-1);
}
