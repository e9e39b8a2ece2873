import { block, doubled, line } from '../lexer/patterns.ts';
import { codeBefore } from '../lexer/position.ts';
import type { Grammar, Scan } from '../lexer/rule.ts';
import type { Language } from './language.ts';

const SQL: Grammar = {
  modes: {
    code: {
      rules: [
        line('--'),
        // SQL*Plus
        line('^[ \\t]*[rR][eE][mM](?:[aA][rR][kK])?(?=[ \\t\\r\\n]|$)'),
        // MySQL; `#temp` is a table of SQL Server, `#>` an operator of PostgreSQL.
        line('(?<![^\\s;])#(?=[\\s#!]|$)'),
        block('/*', '*/'),
        { kind: 'literal', open: "(?<=\\b[eE])'[^'\\\\]*(?:\\\\[^][^'\\\\]*){0,500000}'?" },
        { kind: 'literal', open: "'(?:[^'\\\\\\r\\n]|\\\\'(?=[\\w ])|\\\\(?!')|''){0,2000}'" },
        { kind: 'literal', open: "(?<!\\w)[nN]?[qQ]'[^\\s\\w]", take: takeOracleQuote },
        { kind: 'literal', open: '\\$(?:[A-Za-z_]\\w{0,60})?\\$', take: takeDollarQuote, looksBack: true },
        doubled("'"),
        doubled('"'),
        { kind: 'literal', open: '`[^`\\r\\n]*`|\\[[A-Za-z_][^\\[\\]\\r\\n]*\\]' },
      ],
    },
  },
};

export const QUERY_FAMILY: readonly Language[] = [
  {
    name: 'SQL',
    extensions:
      'sql ddl dml mysql pgsql psql plsql plpgsql tsql hql sqlite cql pls pck pkb pks plb pkg fnc prc trg vw tab udf viw db2 bq prql',
    aliases: 'mysql pgsql postgresql plsql plpgsql tsql sqlite hiveql sqlpl bigquery',
    grammar: SQL,
  },
];

const PARTNERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** `q'[it's]'` of Oracle. */
function takeOracleQuote({ text }: Scan, _start: number, opened: number): number {
  const delimiter = text.charAt(opened - 1);
  const end = text.indexOf(`${PARTNERS[delimiter] ?? delimiter}'`, opened);
  return end < 0 ? -1 : end + 2;
}

const BEFORE_VALUE = /(?:[(,=|]|\b(?:select|is|execute|format|values|return|default|in|like|ilike|then|else|when))$/i;

/** A text between dollar quotes is a value, or the body of a function or block: code with comments of its own. */
function takeDollarQuote(scan: Scan, start: number, opened: number): number {
  const { text } = scan;
  const last = codeBefore(scan, start);
  if (!BEFORE_VALUE.test(text.slice(Math.max(0, last - 9), last + 1))) return -1;
  const quote = text.slice(start, opened);
  const end = text.indexOf(quote, opened);
  return end < 0 ? -1 : end + quote.length;
}
