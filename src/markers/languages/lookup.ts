import { isAmbiguous, resolveAmbiguous } from './ambiguous.ts';
import type { Language } from './language.ts';
import { LANGUAGES } from './table.ts';

/** What is asked of the first line where the path does not tell. */
const BY_CONTENT = '?';

interface Index {
  readonly byName: ReadonlyMap<string, Language>;
  readonly byFile: ReadonlyMap<string, Language>;
  readonly byExtension: ReadonlyMap<string, Language>;
  readonly byStem: ReadonlyMap<string, Language>;
  readonly byInterpreter: ReadonlyMap<string, Language>;
}

const INDEX: Index = {
  // A name wins over another language's alias.
  byName: new Map([...indexBy((language) => language.aliases), ...indexBy((language) => plain(language.name))]),
  byFile: indexBy((language) => language.files),
  byExtension: indexBy((language) => language.extensions),
  byStem: indexBy((language) => language.stems),
  byInterpreter: indexBy((language) => language.interpreters),
};

/**
 * The language of a file, by its path; where that does not tell, by the beginning of its text: the first line
 * (`#!/usr/bin/env python3`, `-*- mode: ruby -*-`), or what only one of the languages with this extension has.
 */
export function languageOf(path: string, head?: string): Language | undefined {
  return languageOfKey(languageKey(path), head) ?? languageOfPath(path);
}

/**
 * What of a path decides about markers: two files with equal bytes and equal keys hold equal markers.
 * It is a language's name, with the host's for a template (`HTML+ERB/YAML`), `?` where the file's first line decides,
 * or `?m` where its beginning decides between the languages with this extension.
 */
export function languageKey(path: string): string {
  const language = languageOfPath(path);
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  if (isAmbiguous(extension) && !INDEX.byFile.has(nameOf(path))) return `${BY_CONTENT}${extension}`;
  if (!language) return BY_CONTENT;
  const host = hostOf(language, path);
  return host === undefined || host === language.host ? language.name : `${language.name}/${host}`;
}

/** The language that a key (or a plain name) stands for, given the beginning of the text. */
export function languageOfKey(key: string, head = ''): Language | undefined {
  if (key === BY_CONTENT) return languageOfLine(/^[^\r\n]*/.exec(head)?.[0] ?? '');
  if (key.startsWith(BY_CONTENT)) return findLanguage(resolveAmbiguous(key.slice(1), head) ?? '');
  return findLanguage(key.split('/')[0] ?? '');
}

/** A language by its name, its linguist alias, the info string of fenced code, or an extension. */
export function findLanguage(name: string): Language | undefined {
  const key = plain(name);
  return INDEX.byName.get(key) ?? INDEX.byExtension.get(key.replace(/^\./, ''));
}

/** The language around a template's own parts. */
export function hostOf(language: Language, path: string): string | undefined {
  if (language.host === undefined) return undefined;
  const inner = languageOfPath(path.replace(/\.[^./]*$/, ''));
  return inner && inner !== language && inner.host === undefined ? inner.name : language.host;
}

function languageOfPath(path: string): Language | undefined {
  const name = nameOf(path);
  const byFile = INDEX.byFile.get(name);
  if (byFile) return byFile;
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const language = INDEX.byExtension.get(name.slice(dot + 1));
    if (language) return language;
  }
  return INDEX.byStem.get(/^.[^.]*/s.exec(name)?.[0] ?? '');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

const SHEBANG = /^\ufeff?#![ \t]*(?:\S*\/)?([\w.+-]+)(?:[ \t]+(.*))?/;
const MODE = /-\*-\s*(?:.*mode:\s*)?([\w+#-]+)\s*(?:;.*)?-\*-|\bvim?:.*\b(?:ft|filetype|syntax)=(\w+)/;

function languageOfLine(line: string): Language | undefined {
  const [, program, rest = ''] = SHEBANG.exec(line) ?? [];
  if (program !== undefined) return languageOfProgram(program === 'env' ? programOfEnv(rest) : program);
  const [, emacs, vim] = MODE.exec(line) ?? [];
  const mode = emacs ?? vim;
  if (mode !== undefined) return findLanguage(mode);
  return /^\s*<\?xml\b/.test(line) ? findLanguage('XML') : undefined;
}

function languageOfProgram(program: string): Language | undefined {
  return INDEX.byInterpreter.get(program) ?? INDEX.byInterpreter.get(program.replace(/[-\d.]+$/, ''));
}

// `env -S FOO=1 python3 -u`
function programOfEnv(rest: string): string {
  const word = rest.split(/\s+/).find((part) => part !== '' && !part.startsWith('-') && !part.includes('=')) ?? '';
  return word.slice(word.lastIndexOf('/') + 1);
}

function indexBy(namesOf: (language: Language) => string | undefined): Map<string, Language> {
  const index = new Map<string, Language>();
  for (const language of LANGUAGES) {
    for (const name of (namesOf(language) ?? '').split(' ')) {
      if (name !== '' && !index.has(name)) index.set(name, language);
    }
  }
  return index;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}
