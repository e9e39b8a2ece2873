import { continuedLine, line, quoted, quotedLines, triple, until } from '../lexer/patterns.ts';
import type { Rule } from '../lexer/rule.ts';
import { grammarOf } from './braces.ts';
import type { Language } from './language.ts';

const QUOTED: readonly Rule[] = [quotedLines('"'), quotedLines("'")];

const PLAIN_HASH = grammarOf(line('(?<!\\S)#'), quoted('"'), { kind: 'literal', open: "(?<![\\w])'[^'\\r\\n]*'" });
const LINE_HASH = grammarOf(line('^[ \\t]*#'));

/** Files of settings and small languages with `#` comments. */
export const SETTINGS_FAMILY: readonly Language[] = [
  {
    name: 'Gherkin',
    extensions: 'feature story',
    aliases: 'cucumber',
    grammar: grammarOf(line('^[ \\t]*#'), { kind: 'literal', open: '"""[^]*?(?:"""|(?![^]))' }),
  },
  { name: 'Nginx', extensions: 'nginx nginxconf vhost', files: 'nginx.conf', grammar: PLAIN_HASH },
  {
    name: 'Apache',
    extensions: 'htaccess apacheconf',
    files: '.htaccess httpd.conf apache2.conf',
    aliases: 'apacheconf',
    grammar: LINE_HASH,
  },
  { name: 'Puppet', extensions: 'pp', grammar: grammarOf(line('#'), ...QUOTED) },
  {
    name: 'Meson',
    files: 'meson.build meson_options.txt meson.options',
    extensions: 'gn gni',
    aliases: 'gn',
    grammar: grammarOf(line('#'), { kind: 'literal', open: "'''[^]*?'''" }, quoted("'"), quoted('"')),
  },
  {
    name: 'Just',
    extensions: 'just',
    files: 'justfile .justfile',
    grammar: grammarOf(line('(?<!\\S)#'), ...QUOTED, until('`', '`')),
  },
  {
    name: 'Gnuplot',
    extensions: 'gp gnu gnuplot plot',
    grammar: grammarOf(continuedLine('#'), quoted('"'), quoted("'")),
  },
  {
    name: 'SPARQL',
    extensions: 'sparql rq ttl turtle n3',
    aliases: 'turtle',
    grammar: grammarOf(
      line('(?<!\\S)#'),
      { kind: 'literal', open: '<[^<>\\s]*>' },
      triple('"'),
      quoted('"'),
      quoted("'"),
    ),
  },
  {
    name: 'Open Policy Agent',
    extensions: 'rego',
    aliases: 'rego',
    grammar: grammarOf(line('#'), quoted('"'), until('`', '`')),
  },
  { name: 'HTTP', extensions: 'http rest', grammar: grammarOf(line('^[ \\t]*(?:#|//)')) },
  {
    name: 'Elvish',
    extensions: 'elv',
    interpreters: 'elvish',
    grammar: grammarOf(line('(?<![^\\s;|&()])#'), quotedLines('"'), { kind: 'literal', open: "'[^']*'?" }),
  },
  { name: 'Mojo', extensions: 'mojo 🔥', grammar: grammarOf(line('#'), triple('"'), quoted('"'), quoted("'")) },
  { name: 'Robot Framework', extensions: 'robot resource', grammar: grammarOf(line('(?<!\\S)#')) },
  { name: 'Raku Grammar', extensions: 'rakugrammar', grammar: PLAIN_HASH },
  {
    name: 'Hash comments',
    stems: '.env',
    extensions:
      'env gitignore dockerignore npmignore eslintignore prettierignore gitattributes gitmodules mailmap cron crontab conf cnf cfg properties.in service timer socket mount desktop repo list rules npmrc nvmrc yarnrc condarc flake8 pylintrc coveragerc spec.in ssh-config pc bzlrc bazelrc bazelignore',
    files:
      'codeowners .gitignore .gitattributes .gitmodules .mailmap .dockerignore .npmrc .env requirements.txt requirements-dev.txt constraints.txt crontab procfile .bazelrc owners kconfig ssh_config sshd_config hosts',
    aliases: 'dotenv gitignore ignore-list codeowners conf ssh-config',
    grammar: PLAIN_HASH,
  },
];
