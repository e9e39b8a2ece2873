/** Words that admit a shortcut in a sentence, without a tag. `pattern` and `anchor` are sources of RegExps that ignore case. */
export interface PhraseRow {
  readonly name: string;
  readonly pattern: string;
  /** Looked for in every file: matches wherever `pattern` does and little else. Few characters, fixed: it must be fast. */
  readonly anchor: string;
  /** Apart by spaces; one of them is in every match of `anchor`; rare ones (see places/scent.ts). */
  readonly scents: string;
}

const BAD =
  '(?:ugly|dirty|nasty|horrible|awful|terrible|gross|cheap|quick|crude|evil|filthy|disgusting|total|complete|temporary|temp|bad|big|huge)';
const NOT = "(?:do\\s+not|don[’'`´]?t|dont|never)";

/** What stands between two words, if need be with the marks of the next line's comment. */
const GAP = '[ \\t-\\r\\xa0\\xc2*/#;%!|>-]{1,40}';

/**
 * Chosen for precision over 62,275 labelled comments (bench/eval.mjs tells the figures). Weak words (for now, maybe, should be,
 * temporary, later, do not use this) are left out on purpose.
 */
export const PHRASES: readonly PhraseRow[] = [
  {
    name: "DON'T DO THIS",
    // An order, not an explanation ("we don't do this because …").
    pattern: `(?:^|[.!;:,(–—-]\\s*|\\b(?:please|kids|but|really|seriously|children|just|and),?\\s+)${NOT}\\s+(?:ever\\s+|really\\s+|actually\\s+)?(?:do|try)\\s+(?:this|that)(?=\\s*(?:[.!?,;:)…–—-]|$)|\\s+(?:at\\s+home|at\\s+all|again|ever|please|kids|in\\s+(?:prod|production|real)|irl|anywhere|yourself|[:;]-?[()PD])\\b)`,
    anchor: `(?:t|ver|lly)${GAP}(?:do|try)${GAP}th(?:is|at)\\b`,
    scents: '[try]~do~th [try]~try~th',
  },
  {
    name: 'WORKAROUND',
    pattern: '\\bwork-?\\s?arounds?\\b',
    anchor: `work(?:${GAP})?around`,
    scents: 'karound k~around',
  },
  {
    name: 'KLUDGE',
    pattern: '\\bklud?ge(?:s|d|y)?\\b|\\bkludg(?:y|ing|ish)\\b',
    anchor: 'klud?g',
    scents: 'kludg klug',
  },
  {
    name: 'HACKY',
    pattern: `\\b(?:${BAD},?(?:\\s+(?:and|little|old))?[\\s-]+){1,3}hack(?:s|ery)?\\b|(?<=\\b(?:an?|this|that|same|of|as)\\s+)(?:[a-z]+\\s+)?hack\\b(?!\\s+(?:day|week|the))|\\bhack(?:y|ish)\\b|\\bhack\\s+(?:to|for|around|because|until|so)\\b|[,;.]\\s+hack\\s+(?:the|this|that)\\b`,
    anchor: '\\bhack(?:s|ery|y|ish)?\\b',
    scents: 'hack',
  },
  {
    name: 'UGLY',
    pattern: '(?<!@)\\bugly\\b(?!\\s+(?:urls?|duckling))|\\bugliness\\b',
    anchor: '\\bugl(?:y|iness)\\b',
    scents: 'ugly ugliness',
  },
  {
    name: 'YUCK',
    pattern: '\\byuck+y?\\b|\\bugh+\\b(?=\\s*[.!,:;-]|\\s*$)|\\bicky\\b',
    anchor: 'yuck|\\bugh\\b|\\bicky',
    scents: 'yuck ugh icky',
  },
  {
    name: 'BETTER WAY',
    pattern: '(?<!\\bin\\s+a\\s+)\\bbetter\\s+way\\b|\\bmust\\s+be\\s+a\\s+better\\b',
    anchor: `better${GAP}way|be${GAP}a${GAP}better`,
    scents: 'r~way a~better',
  },
  {
    name: 'TEMPORARY',
    pattern:
      '\\b(?:temporary|temp|interim|stop-?gap|band-?aid)\\s+(?:fix|solution|hack|measure|kludge|patch)(?:es|s)?\\b|\\bquick\\s+fix\\b',
    anchor: `(?:temporary|temp|interim|gap|aid|quick)${GAP}(?:fix|solution|hack|measure|kludge|patch)`,
    scents: '[ypmdk]~fix [ypmdk]~solution [ypmdk]~hack [ypmdk]~measure [ypmdk]~kludge [ypmdk]~patch',
  },
  {
    name: 'QUICK AND DIRTY',
    pattern: "\\bquick[\\s-]*(?:and|&|'?n'?|but)[\\s-]*dirty\\b",
    anchor: 'quick[^]{0,16}dirty',
    scents: 'dirty',
  },
  {
    name: 'TECHNICAL DEBT',
    pattern: '\\btech(?:nical)?[\\s-]+debt\\b',
    anchor: `tech(?:nical)?${GAP}debt`,
    scents: '[hl]~debt',
  },
  {
    name: 'NEEDS REFACTORING',
    pattern:
      '(?<!\\b(?:that|which|will|may|might|would)\\s+)\\bneeds?\\s+(?:some\\s+|a\\s+|to\\s+be\\s+)?(?:major\\s+|serious\\s+|more\\s+)?(?:refactor(?:ing|ed)?|rewrit(?:e|ing|ten)|clean(?:ing|ed)?[\\s-]?up|fixing)\\b',
    anchor: 'need[^]{1,64}(?:refactor|rewrit|clean|fixing)',
    scents: '~refactor ~rewrit ~clean ~fixing',
  },
  {
    name: 'DO NOT MERGE',
    pattern:
      "\\bnocommit\\b|(?:^|[!.:]\\s*)(?:do\\s+not|don[’']?t)\\s+(?:submit|merge|ship)(?:\\s+(?:this|me|yet|it))?(?=\\s*(?:[.!:]|$))",
    anchor: `nocommit|(?:not|n.{0,3}t)${GAP}(?:submit|merge|ship)\\b`,
    scents: "nocommit [on'’\x99]t~submit [on'’\x99]t~merge [on'’\x99]t~ship",
  },
];
