/** Lines of a file that hold one tag each, and lines that hold words like tags but none. */
export interface Traps {
  readonly real: readonly string[];
  readonly none: readonly string[];
}

/** By file name. Each entry is a text of its own. */
export const TRAP_FILE: Readonly<Record<string, Traps>> = {
  'a.ts': {
    real: [
      'f(); // TODO: mend',
      '// TODO(anna): mend',
      '// TODO - mend',
      '// @todo mend',
      '// TODO',
      '/* FIXME mend */',
      '/**\n * @todo mend\n */',
      'const a = `${b /* TODO: mend */}`;',
      'const a = "x"; // HACK: y',
      'const r = /\\/\\//; // TODO: mend',
      'const u = "http://a.b"; // XXX mend',
      'a = b / c; // TODO: d / e',
      '//TODO:mend',
      '// [TODO] mend',
      '//! TODO: mend',
      '/* a\n   TODO: mend\n */',
    ],
    none: [
      'const a = "// TODO: no";',
      'const a = `// TODO: no\n// TODO: no`;',
      "const a = 'it\\'s // TODO: no';",
      'const r = /[/]\\/ TODO: no/;',
      'const TODO = 1;',
      'todo();',
      '// see http://a.b/TODO',
      '// todos are kept in the store',
      '// the TODO list of a user',
      '// `TODO` is a word',
      '// MASTODONT',
      '// XXXL',
      '// hackathon',
      'const a = "\\\n// TODO: no";',
      "type A = '/* TODO: no */';",
    ],
  },
  'a.tsx': {
    real: ['<a>{/* TODO: mend */}</a>', '<a // TODO: mend\n/>', '<a b={c /* FIXME d */} />'],
    none: ['x = <a>// TODO: no</a>;', 'x = <a>TODO: no</a>;', 'x = <a href="http://b/TODO" />;'],
  },
  'a.py': {
    real: [
      'a = 1  # TODO: mend',
      '"""TODO: mend"""',
      'def f():\n    """Say.\n\n    TODO: mend\n    """',
      "a = '#' # FIXME b",
    ],
    none: [
      'a = "# TODO: no"',
      'a = """\n# TODO: no\n"""',
      "a = r'\\' # TODO: no'",
      'a = f"{b} # TODO: no"',
      'TODO = 1',
    ],
  },
  'a.sh': {
    real: ['#!/bin/sh\n# TODO: mend', 'a=${b#c} # TODO: mend', 'echo a#b # HACK c', 'cat <<E # TODO: mend\nE'],
    none: [
      'a=${b# TODO: no}',
      'echo "# TODO: no"',
      "echo '# TODO: no'",
      'cat <<E\n# TODO: no\nE',
      'echo $# TODO: no',
      'echo a#TODO:no',
    ],
  },
  'a.rb': {
    real: ['a = 1 # TODO: mend', '=begin\nTODO: mend\n=end', 'a = "#{b # TODO: mend\n}"', 'a = %q(#) # FIXME b'],
    none: [
      'a = "# TODO: no"',
      'a = %q(# TODO: no)',
      'a = <<~E\n  # TODO: no\nE',
      'a = /# TODO: no/',
      'a = "#{b} TODO: no"',
    ],
  },
  'a.html': {
    real: [
      '<!-- TODO: mend -->',
      '<script>f() // TODO: mend\n</script>',
      '<style>/* FIXME mend */</style>',
      '<!--\n TODO: mend\n-->',
    ],
    none: [
      '<p>TODO: no</p>',
      '<a href="//TODO">b</a>',
      '<script>a = "// TODO: no"</script>',
      '<p>// TODO: no</p>',
      '<style>a { b: url(//TODO: no) }</style>',
    ],
  },
  'a.go': {
    real: ['// TODO(#12): mend', 'a := `//` // TODO: mend', "a := '\"' // FIXME mend"],
    none: ['a := `\n// TODO: no\n`', 'ctx := context.TODO()', 'a := "/* TODO: no */"'],
  },
  'a.rs': {
    real: ['/* a /* b */ TODO: mend */', '/// TODO: mend', "fn f<'a>() {} // TODO: mend", 'let a = r#"//"#; // HACK b'],
    none: ['let a = r#"" // TODO: no"#;', 'let a = "\n// TODO: no";', 'todo!();'],
  },
  'a.c': {
    real: ['#define A 1 // TODO: mend', '// a \\\n TODO: mend', '/* XXX: mend */', "char a = '\"'; // FIXME b"],
    none: ['char *a = "/* TODO: no */";', '#include <TODO/no.h>', 'char *a = "\\\\\\"// TODO: no";'],
  },
  'a.sql': {
    real: ['SELECT 1; -- TODO: mend', '/* FIXME mend */'],
    none: ["SELECT '-- TODO: no';", 'SELECT "TODO";', "SELECT 'it''s -- TODO: no';"],
  },
  'a.yml': {
    real: ['a: b # TODO: mend', '# FIXME mend'],
    none: ['a: b# TODO: no', 'a: "# TODO: no"', 'a: |\n  # TODO: no\nb: c', 'TODO: no'],
  },
  'a.php': {
    real: ['<?php # TODO: mend', '<?php f(); // FIXME mend ?>', '<!-- TODO: mend --><?php a();'],
    none: ['<?php $a = "# TODO: no";', '<?php $a = <<<E\n// TODO: no\nE;', '<p># TODO: no</p>'],
  },
  'a.css': {
    real: ['/* TODO: mend */', 'a { b: c } /* HACK d */'],
    none: ['a::before { content: "/* TODO: no */" }', '.todo { a: b }', '#todo { a: b }'],
  },
  'a.md': {
    real: ['<!-- TODO: mend -->', 'TODO: mend', '- [ ] TODO: mend', '```js\nf() // TODO: mend\n```'],
    none: ['A TODO is a word.', '`// TODO: no`', '# Todo list', 'Todo apps are many.'],
  },
  'a.rst': { real: ['.. TODO: mend', '.. todo:: mend'], none: ['.. note:: a todo', '.. todolist::'] },
  'a.cs': { real: ['/// <summary>TODO: mend</summary>'], none: ['var a = @"\\"; var b = "// TODO: no";'] },
  'a.dart': {
    real: ['var a = "${b /* TODO: mend */}";'],
    none: ['var a = r"${ // TODO: no";', "var a = '$b // TODO: no';"],
  },
  'a.groovy': { real: ['def a = "${b /* TODO: mend */}"'], none: ["def a = '${b} // TODO: no'"] },
  'a.lua': {
    real: ['--[[ TODO: mend ]]', 'a = "--" -- FIXME b'],
    none: ['a = [[ -- TODO: no ]]', "a = '-- TODO: no'"],
  },
  'a.tex': {
    real: ['a % TODO: mend', '\\todo{mend}', '\\todo[inline]{mend}'],
    none: ['50\\% TODO: no', '\\listoftodos'],
  },
};
