/** A tag by default. `strict` ones count only in capitals and with a colon: without, the word means other things more often. */
export interface TagRow {
  readonly word: string;
  readonly title: string;
  /** Other spellings of the word. */
  readonly spellings?: readonly string[];
  readonly strict?: boolean;
}

/** NOTE, TBD and IDEA are no admissions. */
export const TAGS: readonly TagRow[] = [
  { word: 'TODO', title: 'To do' },
  { word: 'FIXME', title: 'To be fixed', spellings: ['FIX ME', 'FIX-ME'] },
  { word: 'HACK', title: 'A hack' },
  { word: 'XXX', title: 'Beware' },
  { word: 'BUG', title: 'A known bug', strict: true },
  { word: 'KLUDGE', title: 'A kludge' },
  { word: 'OPTIMIZE', title: 'Too slow', spellings: ['OPTIMISE'], strict: true },
  { word: 'REFACTOR', title: 'To be written anew', strict: true },
];
