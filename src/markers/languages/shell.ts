import { heredoc } from '../lexer/delimited.ts';
import { interpolated, quotedLines } from '../lexer/patterns.ts';
import type { Grammar, Rule } from '../lexer/rule.ts';
import type { Language } from './language.ts';

const SHELL_RULES: readonly Rule[] = [
  { kind: 'comment', open: '#(?<![^\\s;|&()`]#)(?!(?<=\\)#)\\S)[^\\r\\n]*' },
  { kind: 'code', open: '\\\\[^]|\\$\\{[^{}"\'`\\r\\n]{0,500}\\}|\\$[#\'"$](?=[#])' },
  quotedLines("'", '\\$'),
  { kind: 'literal', open: "'[^']*'?" },
  { kind: 'literal', open: '"[^"\\\\$`]*"' },
  { kind: 'literal', open: '"', push: 'string' },
  heredoc(
    '(?<!<)<<(?!<)-?[ \\t]*(?:\\\\?[A-Za-z_]\\w*|"[^"\\r\\n]{1,80}"|\'[^\'\\r\\n]{1,80}\')',
    (word, opener) => `^${opener[2] === '-' ? '[ \\t]*' : ''}${word}\\r?$`,
  ),
];

const SHELL: Grammar = {
  modes: {
    code: { rules: SHELL_RULES },
    string: interpolated({
      open: '"',
      close: '"',
      code: '\\$\\(',
      brackets: 'parens',
      skip: '\\\\[^]|\\$\\{[^{}"\'`\\r\\n]{0,500}\\}|`[^`\\\\]*`',
    }),
  },
};

export const SHELL_FAMILY: readonly Language[] = [
  {
    name: 'Shell',
    extensions: 'sh bash zsh ksh ash dash bats command ebuild eclass mksh csh tcsh envrc zsh-theme sh.in tmux',
    files:
      '.bashrc .bash_profile .bash_aliases .bash_logout .bash_functions .zshrc .zshenv .zprofile .zlogin .profile .envrc .kshrc .cshrc .login pkgbuild apkbuild configure gradlew mvnw .xinitrc .xsession bashrc zshrc',
    stems: '.bashrc .zshrc .profile',
    interpreters: 'sh bash zsh ksh ash dash mksh pdksh rc bats csh tcsh busybox openrc-run',
    aliases: 'bash sh zsh shell-script shellsession console ksh csh tcsh',
    grammar: SHELL,
  },
];
