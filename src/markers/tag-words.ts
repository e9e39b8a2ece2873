/** A tag by default. `strict` ones count only in capitals and with a colon: without, the word means other things more often. */
export interface TagRow {
  readonly word: string;
  /** Other spellings of the word. */
  readonly spellings?: readonly string[];
  readonly strict?: boolean;
}

/** NOTE, TBD and IDEA are no admissions. */
export const TAGS: readonly TagRow[] = [
  { word: 'TODO' },
  { word: 'FIXME', spellings: ['FIX ME', 'FIX-ME'] },
  { word: 'HACK' },
  { word: 'XXX' },
  { word: 'BUG', strict: true },
  { word: 'KLUDGE' },
  { word: 'OPTIMIZE', spellings: ['OPTIMISE'], strict: true },
  { word: 'REFACTOR', strict: true },
];
