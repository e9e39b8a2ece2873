/** One removal: the texts before and after, and the verdict as `removal extent nearMarker inDefinition`. */
export interface RemovalCase {
  readonly fact: string;
  readonly path?: string;
  readonly before: string;
  readonly after: string | null;
  readonly verdict: string;
}

function cook(...lines: readonly string[]): string {
  return ['function cook(soup) {', ...lines.map((line) => `  ${line}`), '}', ''].join('\n');
}

const TASTE = cook('heat(soup);', '// TODO: taste it', 'serve(soup, 1);', 'wash();');

export const CASES: readonly RemovalCase[] = [
  {
    fact: 'a comment that goes alone is comment-only',
    before: TASTE,
    after: cook('heat(soup);', 'serve(soup, 1);', 'wash();'),
    verdict: 'comment-only none unchanged unchanged',
  },
  {
    fact: 'a comment rewritten without its tag is comment-only',
    before: TASTE,
    after: cook('heat(soup);', '// it tastes well', 'serve(soup, 1);', 'wash();'),
    verdict: 'comment-only none unchanged unchanged',
  },
  {
    fact: 'a changed statement after the comment is code-changed',
    before: TASTE,
    after: cook('heat(soup);', 'serve(taste(soup), 1);', 'wash();'),
    verdict: 'code-changed logic changed changed',
  },
  {
    fact: 'code put in the place of the comment is code-changed',
    before: TASTE,
    after: cook('heat(soup);', 'taste(soup);', 'serve(soup, 1);', 'wash();'),
    verdict: 'code-changed logic changed changed',
  },
  {
    fact: 'a change elsewhere in the function leaves the code next to the marker unchanged',
    before: TASTE,
    after: cook('heat(soup);', 'serve(soup, 1);', 'dry(wash());'),
    verdict: 'comment-only none unchanged changed',
  },
  {
    fact: 'a statement that goes with its comment while its neighbours stay is code-deleted',
    before: TASTE,
    after: cook('heat(soup);', 'wash();'),
    verdict: 'code-deleted logic gone changed',
  },
  {
    fact: 'a function that goes with the marker in it is code-deleted',
    before: `${TASTE}function wash() {\n  return 1;\n}\n`,
    after: 'function wash() {\n  return 1;\n}\n',
    verdict: 'code-deleted logic gone gone',
  },
  {
    fact: 'a file that goes is file-deleted',
    before: TASTE,
    after: null,
    verdict: 'file-deleted logic gone gone',
  },
  {
    fact: 'a function replaced under its name is code-changed',
    before: TASTE,
    after: cook('const pot = new Pot(soup);', 'for (const guest of guests) pot.ladle(guest);', 'return pot;'),
    verdict: 'code-changed logic changed changed',
  },
  {
    fact: 'new line breaks, quotes and commas are a change of format only',
    before: cook('// TODO: taste it', "serve(soup, 'hot', 1);", 'wash();'),
    after: cook('serve(', '  soup,', '  "hot",', '  1,', ')', 'wash()'),
    verdict: 'comment-only format unchanged unchanged',
  },
  {
    fact: 'new indentation alone changes nothing',
    before: TASTE,
    after: cook('  heat(soup);', '    serve(soup, 1);', '  wash();'),
    verdict: 'comment-only none unchanged unchanged',
  },
  {
    fact: 'a variable renamed everywhere in its function is a rename',
    before: cook('const pot = heat(soup);', '// TODO: taste it', 'serve(pot, 1);', 'wash();'),
    after: cook('const kettle = heat(soup);', 'serve(kettle, 1);', 'wash();'),
    verdict: 'comment-only rename unchanged changed',
  },
  {
    fact: 'a call of another function is no rename',
    before: TASTE,
    after: cook('heat(soup);', 'deliver(soup, 1);', 'wash();'),
    verdict: 'code-changed logic changed changed',
  },
  {
    fact: 'another literal is no rename',
    before: TASTE,
    after: cook('heat(soup);', 'serve(soup, 2);', 'wash();'),
    verdict: 'code-changed logic changed changed',
  },
  {
    fact: 'code moved to another place without its comment is moved',
    before: `${cook('// TODO: taste it', 'serveAllGuests(soup, 1, 2);', 'wash();')}function rest() {\n  sit();\n}\n`,
    after: `${cook('wash();')}function rest() {\n  sit();\n  serveAllGuests(soup, 1, 2);\n}\n`,
    verdict: 'comment-only moved unchanged changed',
  },
  {
    fact: 'a trailing marker speaks of its own line alone',
    before: cook('heat(soup); // TODO: gently', 'serve(soup);'),
    after: cook('heat(soup);', 'serve(soup, 2);'),
    verdict: 'comment-only none unchanged changed',
  },
  {
    fact: 'a marker at the end of a function may go alone',
    before: cook('heat(soup);', '// TODO: serve it'),
    after: cook('heat(soup);'),
    verdict: 'comment-only none unchanged unchanged',
  },
  {
    fact: 'code put in the place of a marker at the end of a function is code-changed',
    before: cook('heat(soup);', '// TODO: serve it'),
    after: cook('heat(soup);', 'serve(soup);'),
    verdict: 'code-changed logic changed changed',
  },
  {
    fact: 'commented-out code that goes with its marker is no change of code',
    before: cook('heat(soup);', '// TODO: bring back', '// taste(soup);', 'serve(soup);'),
    after: cook('heat(soup);', 'serve(soup);'),
    verdict: 'comment-only none unchanged unchanged',
  },
  {
    fact: 'commented-out code brought back is code-changed',
    before: cook('heat(soup);', '// TODO: bring back', '// taste(soup);', 'serve(soup);'),
    after: cook('heat(soup);', 'taste(soup);', 'serve(soup);'),
    verdict: 'code-changed logic changed changed',
  },
  {
    fact: 'a comment above a function whose body was rewritten spoke of that body',
    before: `// TODO: too slow\n${cook('for (const pea of soup) {', '  heat(pea);', '}', 'return soup;')}`,
    after: cook('return microwave(soup);'),
    verdict: 'code-changed logic unchanged changed',
  },
  {
    fact: 'a new function between blank lines above the code is not next to the marker',
    before: `a();\n\n// TODO: taste it\n${cook('serve();')}`,
    after: `a();\n\nfunction rest() {\n  sit();\n}\n\n${cook('serve();')}`,
    verdict: 'comment-only none unchanged unchanged',
  },
  {
    fact: 'indented languages are judged the same way',
    path: 'soup.py',
    before: 'def cook(soup):\n    # TODO: taste\n    heat(soup)\n    return soup\n',
    after: 'def cook(soup):\n    heat(soup, 2)\n    return soup\n',
    verdict: 'code-changed logic changed changed',
  },
  {
    fact: 'a block that changed in a word of the comment above it answered the comment',
    before: cook(
      'heat(soup);',
      '// TODO: set lid to true once the pot is new',
      'switch (soup) {',
      '  case 1: cover(lid, false);',
      '  case 2: cover(lid);',
      '  case 3: serve(soup);',
      '  case 4: wash(soup);',
      '}',
    ),
    after: cook(
      'heat(soup);',
      'switch (soup) {',
      '  case 1: cover(lid, true);',
      '  case 2: cover(lid);',
      '  case 3: serve(soup);',
      '  case 4: wash(soup);',
      '}',
    ),
    verdict: 'code-changed logic unchanged changed',
  },
  {
    fact: 'commented-out code brought back a line further down is code-changed',
    before: cook('heat(soup);', '/* TODO: bring back', '   tasteSlowly(soup); */', 'serve(soup);', 'wash();'),
    after: cook('heat(soup);', 'serve(soup);', 'tasteSlowly(soup);', 'wash();'),
    verdict: 'code-changed logic unchanged changed',
  },
  {
    fact: 'a changed condition right above a trailing marker is code-changed',
    before: cook('if (!hot) {', '  serve(soup, 1); // TODO: serve it hot', '}'),
    after: cook('if (hot) {', '  serve(soup, 1);', '}'),
    verdict: 'code-changed logic changed changed',
  },
  {
    fact: 'a script that makes room for another under its name is code-deleted',
    path: 'bin/soup',
    before: [
      '#!/usr/bin/env ruby',
      ...Array.from(
        { length: 24 },
        (_, pot) => `${pot === 12 ? '# TODO: less salt\n' : ''}heat pot${pot}, salt: ${pot}`,
      ),
      '',
    ].join('\n'),
    after: [
      '#!/usr/bin/env ruby',
      ...Array.from({ length: 24 }, (_, pan) => `fry :pan${pan} do |egg| egg.turn end`),
      '',
    ].join('\n'),
    verdict: 'code-deleted logic gone gone',
  },
  {
    fact: 'annotations exchanged around a run of comments are code next to the marker',
    path: 'Soup.java',
    before:
      'class Soup {\n  @Hot\n  // Not yet.\n  // TODO: bring back with salt\n  void serve() {\n    pour();\n  }\n}\n',
    after: 'class Soup {\n  @Cold\n  void serve() {\n    pour();\n  }\n}\n',
    verdict: 'code-changed logic changed unchanged',
  },
  {
    fact: 'an annotation that goes with the marker behind it changes the definition below',
    path: 'SoupTest.java',
    before: 'class SoupTest {\n  @Ignore // TODO: too hot\n  @Test void taste() {\n    sip();\n  }\n}\n',
    after: 'class SoupTest {\n  @Test void taste() {\n    sip();\n  }\n}\n',
    verdict: 'code-changed logic changed changed',
  },
  {
    fact: 'a run of statements below the comment that is mostly rewritten is code-changed',
    before: cook(
      '// TODO: use taste()',
      'let salt = 1;',
      'check(1 == salt);',
      'check(2 == salt);',
      'check(3 == salt);',
    ),
    after: cook('let salt = 1;', 'equal(1, salt);', 'equal(2, salt);', 'equal(3, salt);'),
    verdict: 'code-changed logic unchanged changed',
  },
  {
    fact: 'a function put in the place of a comment that stands alone is code-changed',
    before: `a();\n\n// TODO: rest\n\n${cook('serve();')}`,
    after: `a();\n\nfunction rest() {\n  sit();\n}\n\n${cook('serve();')}`,
    verdict: 'code-changed logic changed unchanged',
  },
  {
    fact: 'code put in the place of a comment is next to it whatever went above the blank line before it',
    before: cook('check(1);', '', '// TODO: bring back', '// taste(soup);', 'serve(soup, 1);', 'wash();'),
    after: cook('taste(soup);', 'serve(soup, 1);', 'wash();'),
    verdict: 'code-changed logic changed changed',
  },
];
