/** An extension that several languages share; the first whose sign is in the text is it, else the last row. */
interface AmbiguousRow {
  readonly extension: string;
  readonly languages: readonly { readonly name: string; readonly sign: RegExp }[];
  readonly otherwise: string;
}

const ROWS: readonly AmbiguousRow[] = [
  {
    extension: 'm',
    languages: [
      {
        name: 'Objective-C',
        sign: /^\s*(?:#\s*(?:import|include|define|pragma|if)\b|@(?:interface|implementation|class|protocol|import)\b|\/\/|\/\*)/m,
      },
      { name: 'Mathematica', sign: /^\s*\(\*/ },
    ],
    otherwise: 'MATLAB',
  },
  {
    extension: 'pl',
    languages: [
      { name: 'Perl', sign: /^#!.*perl|\buse (?:strict|warnings|v?5|[A-Z]\w*)|\bmy [$@%(]|^\s*sub \w+/m },
      { name: 'Prolog', sign: /^\s*:-|^[a-z]\w*(?:\([^)]*\))?\s*:-|^%/m },
    ],
    otherwise: 'Perl',
  },
  {
    extension: 'v',
    languages: [
      {
        name: 'Rocq Prover',
        sign: /^\s*(?:From \w+ )?Require\b|^\s*(?:Theorem|Lemma|Definition|Inductive|Fixpoint|Proof)\b/m,
      },
      { name: 'V', sign: /^(?:pub )?fn (?:\([^)]*\) )?\w+\(|^module \w+\s*$|^import \w[\w.]*\s*$/m },
    ],
    otherwise: 'Verilog',
  },
  {
    extension: 'fs',
    languages: [
      { name: 'GLSL', sign: /^\s*(?:#version|precision \w+ float|uniform |varying |void main\s*\()/m },
      { name: 'Forth', sign: /^(?:: \S|\\ )/m },
    ],
    otherwise: 'F#',
  },
  { extension: 'd', languages: [{ name: 'Makefile', sign: /^[^\s:]+\.[ado] ?:/m }], otherwise: 'D' },
  { extension: 'ts', languages: [{ name: 'XML', sign: /^\s*<(?:\?xml|!DOCTYPE TS)/ }], otherwise: 'TypeScript' },
  {
    extension: 'cls',
    languages: [
      { name: 'Visual Basic .NET', sign: /^VERSION \d/ },
      {
        name: 'Apex',
        sign: /\b(?:public|private|global)\s+(?:with(?:out)? sharing |virtual |abstract )*(?:class|interface|enum)\b/,
      },
    ],
    otherwise: 'TeX',
  },
  {
    extension: 'inc',
    languages: [
      { name: 'PHP', sign: /<\?(?:php|=)/i },
      { name: 'Assembly', sign: /^\s*;|^\s*(?:mov|push|section|global)\s/im },
      { name: 'Pascal', sign: /^\s*\{|\bbegin\b[^]*\bend;/i },
    ],
    otherwise: 'C',
  },
  {
    extension: 'pro',
    languages: [{ name: 'Hash comments', sign: /^\s*(?:QT|TARGET|SOURCES|HEADERS|TEMPLATE|CONFIG)\s*[+-]?=/m }],
    otherwise: 'Prolog',
  },
  {
    extension: 'mod',
    languages: [
      { name: 'Modula-2', sign: /\b(?:MODULE|BEGIN)\b/ },
      { name: 'XML', sign: /^\s*<!/ },
    ],
    otherwise: 'Hash comments',
  },
];

/** How much of a text is looked at. */
export const HEAD_LENGTH = 4000;

const BY_EXTENSION = new Map(ROWS.map((row) => [row.extension, row]));

/** Whether files of the extension can be of several languages. */
export function isAmbiguous(extension: string): boolean {
  return BY_EXTENSION.has(extension);
}

/** Name of the language of a file with such an extension, told by its beginning. */
export function resolveAmbiguous(extension: string, head: string): string | undefined {
  const row = BY_EXTENSION.get(extension);
  return row?.languages.find(({ sign }) => sign.test(head))?.name ?? row?.otherwise;
}
