import { readdirSync, readFileSync } from 'node:fs';
import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
import { bundledLanguages } from 'shiki/langs';

/** A sample file in test/fixtures/comments (there with `.txt` behind its name), with the name of the TextMate grammar that knows its language. */
export interface Sample {
  readonly path: string;
  readonly text: string;
  readonly grammar: keyof typeof bundledLanguages;
}

const FOLDER = new URL('../../../test/fixtures/comments/', import.meta.url);

// Grammars named otherwise than the sample's extension.
const GRAMMARS: Readonly<Record<string, keyof typeof bundledLanguages>> = {
  rs: 'rust',
  cs: 'csharp',
  kt: 'kotlin',
  pl: 'perl',
  m: 'matlab',
  f90: 'fortran-free-form',
  pas: 'pascal',
  adb: 'ada',
  vhd: 'vhdl',
  sv: 'system-verilog',
  hs: 'haskell',
  ml: 'ocaml',
  fs: 'fsharp',
  erl: 'erlang',
  ex: 'elixir',
  clj: 'clojure',
  lisp: 'common-lisp',
  sh: 'shellscript',
  ps1: 'powershell',
  mk: 'make',
  dockerfile: 'docker',
  tf: 'terraform',
  el: 'emacs-lisp',
  tex: 'latex',
  sol: 'solidity',
  cob: 'cobol',
  json: 'jsonc',
  md: 'markdown',
  rkt: 'racket',
  scm: 'scheme',
  mm: 'objective-c',
  purs: 'purescript',
  gd: 'gdscript',
  jl: 'julia',
  py: 'python',
  rb: 'ruby',
};

/** All sample files, in order of their names. */
export function readSamples(): Sample[] {
  return readdirSync(FOLDER)
    .toSorted()
    .map((file) => {
      const path = file.replace(/\.txt$/, '');
      const extension = path.slice(path.lastIndexOf('.') + 1);
      const grammar = GRAMMARS[extension] ?? (extension as keyof typeof bundledLanguages);
      return { path, text: readFileSync(new URL(file, FOLDER), 'utf8'), grammar };
    });
}

/** A highlighter that knows the grammars of the samples. */
export async function openHighlighter(samples: readonly Sample[]): Promise<HighlighterCore> {
  const langs = samples.map(({ grammar }) => bundledLanguages[grammar]);
  return createHighlighterCore({ themes: [], langs, engine: createOnigurumaEngine(import('shiki/wasm')) });
}

/** For each character of a text: whether the grammar takes it for part of a comment. */
export function commentMask(highlighter: HighlighterCore, text: string, grammar: string): boolean[] {
  const mask: boolean[] = [];
  const language = highlighter.getLanguage(grammar);
  let state: Parameters<typeof language.tokenizeLine>[1] = null;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = language.tokenizeLine(line, state);
    for (const { startIndex, endIndex, scopes } of tokens) {
      for (let at = startIndex; at < Math.min(endIndex, line.length); at++) mask.push(scopes.some(isComment));
    }
    mask.push(false);
    state = ruleStack;
  }
  return mask;
}

/** A sample cut where its grammar is back in the state in which it began: nothing is open from one chunk to the next. */
export function neutralChunks(highlighter: HighlighterCore, { text, grammar }: Sample): string[] {
  const language = highlighter.getLanguage(grammar);
  const chunks: string[] = [];
  const initial = language.tokenizeLine('', null).ruleStack;
  let state = initial;
  let chunk = '';
  for (const line of text.trimEnd().split('\n')) {
    state = language.tokenizeLine(line, state).ruleStack;
    chunk += `${line}\n`;
    if (state.depth !== initial.depth) continue;
    chunks.push(chunk);
    chunk = '';
  }
  return chunk === '' ? chunks : [...chunks, chunk];
}

// A docstring of Python is one for us, too.
function isComment(scope: string): boolean {
  return /^comment\b|^string\.quoted\.docstring\b/.test(scope) && !scope.startsWith('comment.block.preprocessor');
}
