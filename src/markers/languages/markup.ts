import { block } from '../lexer/patterns.ts';
import type { Grammar, Mode, Rule, Scan } from '../lexer/rule.ts';
import { ELEMENTS, SCRIPT, SCRIPT_WITH_ELEMENTS, template } from './javascript.ts';
import type { Language } from './language.ts';

const comment: Rule = { kind: 'comment', open: '<!--(?:-?>|[^]*?(?:--!?>|(?![^])))' };
const xmlComment = block('<!--', '-->');
/** An element whose content is of another language. */
export const raw: Rule = { kind: 'code', open: '<(?:script|style|template)(?![\\w:-])', take: takeElement };
const anyTag = toTag('</?[A-Za-z]');
const toScript: Rule = { kind: 'code', open: '\\{', push: 'braces' };

const tag: Mode = {
  rules: [
    { kind: 'literal', open: '"[^"]*"|\'[^\']*\'' },
    { kind: 'code', open: '(?<!=)>|(?=<)', pop: 1 },
  ],
};

/** In the tags of these, an attribute may be code. */
const tagWithCode: Mode = { rules: [...tag.rules, toScript] };
const script: Mode = { rules: [...SCRIPT, toScript, { kind: 'code', open: '\\}', pop: 1 }] };
const scriptWithElements: Mode = { rules: [...SCRIPT_WITH_ELEMENTS, toScript, { kind: 'code', open: '\\}', pop: 1 }] };

const HTML: Grammar = { ignoreCase: true, modes: { code: { rules: [comment, raw, anyTag] }, tag } };

const VUE: Grammar = {
  ignoreCase: true,
  modes: {
    code: { rules: [comment, raw, anyTag, { kind: 'code', open: '\\{\\{', push: 'braces' }] },
    tag,
    template,
    braces: script,
  },
};

const SVELTE: Grammar = {
  ignoreCase: true,
  modes: {
    code: {
      rules: [comment, raw, anyTag, { kind: 'code', open: '\\{(?:[#:@]|/(?![/*]))[a-z]*', push: 'braces' }, toScript],
    },
    tag: tagWithCode,
    template,
    braces: script,
  },
};

const ASTRO: Grammar = {
  modes: {
    code: { rules: [frontMatter('TypeScript'), comment, raw, { ...anyTag, push: 'opening' }, toScript] },
    opening: tagWithCode,
    template,
    ...ELEMENTS,
    braces: scriptWithElements,
  },
};

const cdata: Rule = { kind: 'literal', open: '<!\\[CDATA\\[', take: takeUntil(']]>') };
const SVG: Grammar = { modes: { code: { rules: [xmlComment, raw, cdata, anyTag] }, tag } };

const XML: Grammar = {
  modes: {
    code: {
      rules: [xmlComment, cdata, toTag('</?[A-Za-z_]')],
    },
    tag,
  },
};

/** To the mode `tag`. Most tags hold nothing but names and quoted values, and are passed over whole. */
function toTag(open: string): Rule {
  const names = '[^<>"\'{]*';
  const values = `(?:(?:"[^"]*"|'[^']*')${names}){0,1000}`;
  return { kind: 'code', open, push: 'tag', whole: `${open}${names}${values}(?<!=)>` };
}

/** The `---` block at the very beginning of a file. */
export function frontMatter(language: string): Rule {
  return {
    kind: 'code',
    open: '(?<![^])\\ufeff?---[ \\t]*\\r?\\n',
    take: (scan, _start, opened) => takeFrontMatter(scan, opened, language),
  };
}

export const MARKUP_FAMILY: readonly Language[] = [
  { name: 'HTML', extensions: 'html htm xht xhtml html.hl inc.html shtml hta', aliases: 'xhtml', grammar: HTML },
  { name: 'Vue', extensions: 'vue nvue uvue', grammar: VUE },
  { name: 'Svelte', extensions: 'svelte', grammar: SVELTE },
  { name: 'Astro', extensions: 'astro', grammar: ASTRO },
  { name: 'SVG', extensions: 'svg', grammar: SVG },
  {
    name: 'XML',
    extensions:
      'xml xsd xsl xslt xaml axaml csproj vbproj fsproj vcxproj props targets nuspec plist rss atom wsdl dita ditamap kml gpx jelly jsproj launch mxml nproj pom proj ps1xml resx rdf sfproj storyboard xib tml ui urdf vsixmanifest vstemplate wixproj wxi wxl wxs x3d xacro xlf xliff xmi xml.dist xproj xspec xul zcml fxml config filters grxml ivy jrxml natvis odd osm shproj slnx ccproj ccxml clixml cproject dotsettings glade gml gmx iml mdpolicy nant ndproj dist.xml qrc sch tmx ux',
    files: '.classpath .project .cproject app.config nuget.config packages.config web.config settings.stylecop',
    aliases: 'xsd xslt rss wsdl maven-pom',
    grammar: XML,
  },
];

const OPEN_TAG = /<(script|style|template)(?:[^"'<>]|"[^"]*"|'[^']*'){0,500}>/iy;
const BY_ELEMENT: Readonly<Record<string, string>> = { script: 'JavaScript', style: 'CSS' };

function takeElement(scan: Scan, start: number, opened: number): number {
  OPEN_TAG.lastIndex = start;
  const match = OPEN_TAG.exec(scan.text);
  if (match === null) return opened;
  const from = start + match[0].length;
  const language = languageOfElement(match[0], (match[1] ?? '').toLowerCase());
  if (language === undefined || match[0].endsWith('/>')) return from;
  const end = closingOf(scan, match[1] ?? '', from);
  scan.embed(language, from, end);
  return end;
}

function languageOfElement(openTag: string, element: string): string | undefined {
  const lang = /\slang\s*=\s*["']?([\w+-]+)/i.exec(openTag)?.[1];
  if (lang !== undefined) return lang;
  const type = /\stype\s*=\s*["']?(?:text\/|application\/)?([\w.+-]+)/i.exec(openTag)?.[1];
  if (type === undefined || type === 'module' || element === 'template') return BY_ELEMENT[element];
  return /handlebars/i.test(type) ? 'Handlebars' : /html|template|tmpl/i.test(type) ? 'HTML' : type;
}

const CLOSERS: Readonly<Record<string, RegExp>> = {
  script: /<\/script(?![\w:-])/gi,
  style: /<\/style(?![\w:-])/gi,
  template: /<\/template(?![\w:-])/gi,
};

function closingOf({ text }: Scan, element: string, from: number): number {
  const close = CLOSERS[element.toLowerCase()];
  if (!close) return text.length;
  close.lastIndex = from;
  return close.exec(text)?.index ?? text.length;
}

function takeUntil(close: string): NonNullable<Rule['take']> {
  return ({ text }, _start, opened) => {
    const at = text.indexOf(close, opened);
    return at < 0 ? text.length : at + close.length;
  };
}

function takeFrontMatter(scan: Scan, opened: number, language: string): number {
  const end = /^---[ \t]*$/gm;
  end.lastIndex = opened;
  const match = end.exec(scan.text);
  if (match === null) return opened;
  scan.embed(language, opened, match.index);
  return end.lastIndex;
}
