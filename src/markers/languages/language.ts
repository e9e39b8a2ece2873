import type { Grammar } from '../lexer/rule.ts';

/** A row of the table of languages. Lists are separated by spaces; names of files and extensions are in lower case. */
export interface Language {
  /** The name GitHub's linguist gives it, where it has one. */
  readonly name: string;
  /** Without the leading dot; may hold dots (`blade.php`). */
  readonly extensions?: string;
  /** Whole names of files. */
  readonly files?: string;
  /** Names that any ending may follow (`Dockerfile.dev`). */
  readonly stems?: string;
  /** Programs of a `#!` line, without version numbers. */
  readonly interpreters?: string;
  /** Further names, as in fenced code and attributes. */
  readonly aliases?: string;
  readonly grammar: Grammar;
  /** Text for people: a line that begins like a task counts as a comment. */
  readonly prose?: boolean;
  /** The grammar finds what belongs to a template; all the rest is text of this language, or of the one the inner extension names (`a.yml.erb`). */
  readonly host?: string;
}
