import type { DefinitionRule } from './scope.ts';

const NAME = '([\\p{L}_$][\\p{L}\\p{N}_$]*)';

/** Compiled when it is first tried: all of them at once take 3 ms, and no repository is written in every language. */
function rule(kind: DefinitionRule['kind'], source: string): DefinitionRule {
  let pattern: RegExp | undefined;
  return {
    kind,
    get pattern() {
      return (pattern ??= new RegExp(source.replaceAll('NAME', NAME), 'u'));
    },
  };
}

/** Rules for the shrunk headers of blocks in braces (see signatures.ts: `§` is a balanced pair of parentheses), tried in order. */
export const JAVASCRIPT_RULES: readonly DefinitionRule[] = [
  rule('class', '(?:^|[\\s=(])class\\s+(?!extends\\b|implements\\b)NAME'),
  rule('class', 'NAME\\s*=\\s*class\\b'),
  rule('interface', '^(?:export |declare |default )*interface\\s+NAME'),
  rule('class', '^(?:export |declare |const )*enum\\s+NAME'),
  rule('namespace', '^(?:export |declare )*(?:namespace|module)\\s+([\\w$.\'"/@-]+)'),
  rule('function', '\\bfunction\\s*\\*?\\s*NAME\\s*§'),
  rule(
    'function',
    'NAME\\s*(?::[^=]+(?:=>[^=]*)?)?=\\s*(?:async\\s*)?(?:function\\s*\\*?\\s*§|(?:§|[\\w$]+)(?:\\s*:[^=]*)?\\s*=>)$',
  ),
  rule(
    'function',
    '^(?:export |default )*(?:const|let|var)\\s+NAME\\s*(?::[^=]*)?=\\s*(?:await\\s+)?(?:React\\.)?[\\w$]+\\(.*(?:=>|function\\s*§)$',
  ),
  rule('method', '(?:^|[{,]\\s*)[\'"]?NAME[\'"]?\\s*:\\s*(?:async\\s*)?(?:function\\s*\\*?\\s*§|(?:§|[\\w$]+)\\s*=>)$'),
  rule(
    'method',
    '^(?:@[\\w.]+§?\\s*)*(?:(?:public|private|protected|static|override|readonly|async|get|set|abstract)\\s+)*\\*?\\s*(?!(?:if|for|while|switch|catch|with|function|return|await|else|do|super)\\b)(#?[\\w$]+|\\[.*\\])\\s*\\??§(?:\\s*:.*)?$',
  ),
  rule('block', '^(?:await\\s+)?[\\w$.]+§?\\(\\s*[\'"`](.*?)[\'"`]\\s*,.*(?:=>|function\\s*\\*?\\s*[\\w$]*\\s*§)$'),
];

const TYPES = [
  rule('class', '(?:^|\\s)(?:class|record|struct|enum class|enum struct|enum|union|object|actor|extension)\\s+NAME'),
  rule('interface', '(?:^|[\\s@])(?:interface|trait|protocol)\\s+NAME'),
  rule('namespace', '(?:^|\\s)(?:namespace|package|module|mod)\\s+([\\w.:\\\\]+)'),
];

export const JAVA_RULES: readonly DefinitionRule[] = [
  rule('class', '(?:^|\\s)(?:class|enum|record)\\s+NAME'),
  ...TYPES.slice(1, 2),
];

export const CSHARP_RULES: readonly DefinitionRule[] = [
  rule('class', '(?:^|\\s)(?:class|enum|record|struct)\\s+NAME'),
  ...TYPES.slice(1),
  rule(
    'property',
    '^(?:\\[[^\\]]*\\]\\s*)*(?:(?:public|private|protected|internal|static|virtual|override|abstract|sealed|new)\\s+)+[^§]*?\\bNAME$',
  ),
];

export const C_RULES: readonly DefinitionRule[] = [
  rule(
    'class',
    '^[^§=]*?\\b(?:struct|class|union|enum class|enum struct|enum)\\s+(?:[A-Z_]+\\s+)?NAME(?:\\s+final)?\\s*(?::.*)?$',
  ),
  ...TYPES.slice(2),
];

export const GO_RULES: readonly DefinitionRule[] = [
  rule('method', '^func\\s+§\\s*NAME\\s*(?:\\[.*?\\])?§'),
  rule('function', '^func\\s+NAME\\s*(?:\\[.*?\\])?\\s*§'),
  rule('class', '^(?:type\\s+)?NAME\\s*(?:\\[.*\\])?\\s+struct$'),
  rule('interface', '^(?:type\\s+)?NAME\\s*(?:\\[.*\\])?\\s+interface$'),
  rule('function', '^(?:var\\s+)?NAME\\s*:?=\\s*func\\s*§'),
];

export const RUST_RULES: readonly DefinitionRule[] = [
  rule('function', '\\bfn\\s+NAME'),
  rule('class', '\\bimpl\\b.*?\\bfor\\s+(?:dyn\\s+)?(?:&\\s*)?(?:mut\\s+)?(?:[\\w]+::)*NAME'),
  rule('class', '\\bimpl\\s*(?:[\\w]+::)*NAME'),
  rule('class', '(?:^|\\s)(?:struct|enum|union)\\s+NAME'),
  ...TYPES.slice(1),
  rule('function', '\\bmacro_rules!\\s*NAME'),
];

/** Kotlin, Swift, PHP, Scala, Perl and others: a word says what is defined. */
export const KEYWORD_RULES: readonly DefinitionRule[] = [
  rule('function', '\\b(?:fun|func|function|def|sub|fn|proc)\\s+(?:[\\w.?]+\\.)?&?`?NAME`?'),
  rule('method', '^(?:@\\w+§?\\s+|[a-z]+\\s+)*(init|deinit|subscript|constructor)\\b[?!]?\\s*§?'),
  ...TYPES,
  rule('property', '^(?:@\\w+§?\\s+|[a-z]+\\s+)*(?:var|val|let)\\s+NAME\\s*(?::[^=]*)?$'),
];

export const SHELL_RULES: readonly DefinitionRule[] = [
  rule('function', '^function\\s+([\\w:.-]+)'),
  rule('function', '([\\w:.-]+)\\s*§$'),
];

/** Objective-C's `- (void)open:(int)a with:(int)b`. */
export const OBJECTIVE_C_RULES: readonly DefinitionRule[] = [rule('method', '^[-+]\\s*§?\\s*NAME'), ...C_RULES];
