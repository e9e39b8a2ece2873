import { block, doubled, line } from '../lexer/patterns.ts';
import type { Grammar } from '../lexer/rule.ts';
import type { Language } from './language.ts';

// Bodies between dollar quotes are code with comments of its own, so those quotes are no literals.
const SQL: Grammar = {
  modes: {
    code: {
      rules: [
        line('--'),
        // MySQL; `#temp` is a table of SQL Server, `#>` an operator of PostgreSQL.
        line('(?<![^\\s;])#(?=[\\s#!]|$)'),
        block('/*', '*/'),
        { kind: 'literal', open: "(?<=\\b[eE])'[^'\\\\]*(?:\\\\[^][^'\\\\]*){0,500000}'?" },
        { kind: 'literal', open: "'(?:[^'\\\\\\r\\n]|\\\\'(?=[\\w ])|\\\\(?!')|''){0,2000}'" },
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
