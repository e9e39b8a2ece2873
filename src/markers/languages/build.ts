import { heredoc, takeLongBracket } from '../lexer/delimited.ts';
import { continuedLine, line, quoted, quotedLines } from '../lexer/patterns.ts';
import type { Grammar, Scan } from '../lexer/rule.ts';
import { grammarOf } from './braces.ts';
import type { Language } from './language.ts';

const MAKE: Grammar = {
  modes: {
    code: {
      rules: [
        { kind: 'code', open: '\\\\[^\\r\\n]|\\$[#$]' },
        continuedLine('#'),
        { kind: 'code', open: '^\\t', push: 'recipe' },
      ],
    },
    // A line for the shell.
    recipe: {
      rules: [
        { kind: 'code', open: '\\\\(?:\\r\\n|[^])|\\$[#$]' },
        line('(?<![^\\s;|&()@])#'),
        quoted('"'),
        { kind: 'literal', open: "'[^'\\r\\n]*'?" },
        { kind: 'code', open: '[\\r\\n]', pop: 1 },
      ],
    },
  },
};
const CMAKE = grammarOf(
  { kind: 'comment', open: '#\\[=*\\[', take: takeLongBracket },
  line('#'),
  { kind: 'literal', open: '\\[=*\\[', take: takeLongBracket },
  quotedLines('"'),
);
const DOCKER = grammarOf(
  line('^[ \\t]*#'),
  // What is copied is no comment; what is run may hold some.
  heredoc('(?<=^(?:COPY|ADD)[ \\t][^\\r\\n]*)<<-?["\']?[A-Za-z_]\\w*["\']?', (word) => `^[ \\t]*${word}\\r?$`),
);
const SED = grammarOf(
  { kind: 'literal', open: '(?<=^[ \\t]*|[;{},!/\\d$][ \\t]*)[sy](?=[^\\w\\s])', take: takeSubstitution },
  { kind: 'literal', open: '/(?<=(?:^|[,;{}!])[ \\t]*/)(?:[^/\\\\\\r\\n]|\\\\[^\\r\\n]){0,1000}/' },
  line('(?<![^\\s;}])#'),
);

/** Recipes for programs that build, copy and replace. */
export const BUILD_FAMILY: readonly Language[] = [
  {
    name: 'Makefile',
    extensions: 'mk mak make mkfile make.in makefile',
    stems: 'makefile gnumakefile',
    files: 'makefile gnumakefile bsdmakefile kbuild makefile.am makefile.in makefile.inc mkfile',
    interpreters: 'make gmake',
    aliases: 'make bsdmake mf',
    grammar: MAKE,
  },
  { name: 'CMake', extensions: 'cmake cmake.in', files: 'cmakelists.txt', grammar: CMAKE },
  { name: 'sed', extensions: 'sed', interpreters: 'sed gsed minised ssed', grammar: SED },
  {
    name: 'Dockerfile',
    extensions: 'dockerfile containerfile',
    files: 'dockerfile containerfile',
    stems: 'dockerfile containerfile',
    aliases: 'docker containerfile',
    grammar: DOCKER,
  },
];

// `s` or `y`, then two texts between three equal delimiters.
function takeSubstitution({ text }: Scan, _start: number, opened: number): number {
  const delimiter = text.charAt(opened);
  let left = 2;
  for (let at = opened + 1; at < text.length && at - opened < 2000; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === delimiter && --left === 0) return at + 1;
    else if (char === '\n') return -1;
  }
  return -1;
}
