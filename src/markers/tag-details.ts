/** What stands between a tag and its text, and what the text names. */
export interface Details {
  /** Number of characters behind the tag that are not part of the text. */
  readonly length: number;
  readonly owner: string | null;
  readonly priority: number;
  readonly due: string | null;
  readonly issues: readonly string[];
}

interface Found {
  owner: string | null;
  priority: number;
  due: string | null;
  issues: string[];
}

const MARKS = /[ \t]?(?:(!+)(?=[\s:：([\])]|$)|(！+))/y;
const GROUP =
  /[ \t]?(?:\(([^()\n]{0,200})\)|\[([^[\]\n]{0,200})\]|\{([^{}\n]{0,200})\}|<([^<>\n]{0,200})>|（([^（）\n]{0,200})）|【([^【】\n]{0,200})】)/y;
const HANDLE = /[ \t]*@([A-Za-z0-9](?:[\w.-]*\w)?(?:\/[\w.-]*\w)?)/y;
const DATE = /[ \t]*(\d{4}[-/]\d{2}[-/]\d{2})(?=[\s:：,.)-]|$)/y;
const SEPARATOR =
  /(?:[ \t]*\??[:：](?!:)|(?:\*{1,3}|__|[>?]|\.{3}|…)(?=\s)|\?+(?=$)|[ \t]*[-–—]{1,3}(?=\s)|[\]】］」]|\/(?:FIXME|HACK|XXX|TODO|BUG)\b|[,;.][ \t]|[，。、；]|[ \t]*=>)[ \t]*/y;

/** Reads `!! (owner, #12) @owner [2026-12-01]: ` behind a tag that ends at `from`; `to` is where the marker's text ends. */
export function parseDetails(text: string, from: number, to: number): Details {
  const found: Found = { owner: null, priority: 0, due: null, issues: [] };
  let at = from;
  for (let round = 0; round < 8; round++) {
    const next = skipPart(text, at, found);
    if (next === at || next > to) break;
    at = next;
  }
  for (const issue of findIssues(text.slice(from, to))) if (!found.issues.includes(issue)) found.issues.push(issue);
  const { owner, priority, due, issues } = found;
  return { length: at - from, owner, priority, due: due ?? findDue(text.slice(at, to)), issues };
}

function skipPart(text: string, at: number, found: Found): number {
  const marks = matchAt(MARKS, text, at);
  if (marks) {
    found.priority = Math.min(2, (marks[1] ?? marks[2] ?? '').length);
    return MARKS.lastIndex;
  }
  const separator = matchAt(SEPARATOR, text, at);
  if (separator) return SEPARATOR.lastIndex;
  const handle = matchAt(HANDLE, text, at);
  if (handle && found.owner === null) {
    found.owner = handle[1] ?? null;
    return HANDLE.lastIndex;
  }
  const date = matchAt(DATE, text, at);
  if (date && isDate(date[1] ?? '')) {
    found.due ??= isoDate(date[1] ?? '');
    return DATE.lastIndex;
  }
  const group = matchAt(GROUP, text, at);
  if (!group) return at;
  const spaced = /^\s/.test(group[0]);
  const end = GROUP.lastIndex;
  const isGroup = readGroup(
    group.slice(1).find((content) => content !== undefined) ?? '',
    found,
    !spaced || /^\s*[:：]/.test(text.slice(end, end + 4)),
  );
  return isGroup ? end : at;
}

function matchAt(regex: RegExp, text: string, at: number): RegExpExecArray | null {
  regex.lastIndex = at;
  return regex.exec(text);
}

const NAME = /^@?\p{L}[\p{L}\p{N}_.'’+-]*(?:@[\w.-]+)?(?:\/[\w.-]+)?$/u;
const FULL_NAME = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}$/u;

/** Takes owner, issues, date and priority out of a bracket's content; false if it holds other words, so belongs to the text. */
function readGroup(content: string, found: Found, mayName: boolean): boolean {
  const parts = content.split(/\s*[,;|]\s*|\s+-\s+|\s+(?=\d{4}-\d{2}-\d{2}$)/).map((part) => part.trim());
  const kept: Found = { ...found, issues: [...found.issues] };
  for (const part of parts) {
    if (!(part === '' || readPart(part, kept) || (mayName && readOwner(part, kept))))
      return mayName && keepWords(content, found);
  }
  Object.assign(found, kept);
  return true;
}

// `TODO(see the wiki): text`: the bracket belongs to the tag all the same.
function keepWords(content: string, found: Found): boolean {
  const first = content.split(/[\s,;:]/)[0] ?? '';
  if (NAME.test(first) && /[,;:]/.test(content)) found.owner ??= first.replace(/^@/, '');
  return true;
}

function readPart(part: string, found: Found): boolean {
  const dated = /^(?:by|due|until|before|on)?:?\s*(\d{4}[-/]\d{2}[-/]\d{2})$/i.exec(part)?.[1];
  if (dated !== undefined && isDate(dated)) found.due ??= isoDate(dated);
  else if (/^(?:!{1,3}|p[0-5]|high|medium|low|urgent)$/i.test(part))
    found.priority = Math.max(found.priority, /^!!|^p0$|urgent/i.test(part) ? 2 : /^!|^p1$|high/i.test(part) ? 1 : 0);
  else if (/^\d{2,}$/.test(part)) found.issues.push(`#${part}`);
  else if (/^[\w-]+\/\d+$|^(?:[\w-]+\.)+[a-z]+\/\d+$/.test(part)) found.issues.push(part);
  else {
    const issues = findIssues(part);
    if (issues.length === 0 || part.replace(/^(?:issue|bug|see|gh)[:\s]*/i, '') !== issues[0]) return false;
    found.issues.push(...issues);
  }
  return true;
}

function readOwner(part: string, found: Found): boolean {
  const name = part.replace(/^(?:owner|assignee)[:=]\s*/i, '');
  if (!NAME.test(name) && !FULL_NAME.test(name)) return false;
  found.owner ??= name.replace(/^@/, '');
  return true;
}

const ISSUE =
  /https?:\/\/[^\s<>()"'`]*[^\s<>()"'`.,;:!?\]}*]|(?<![\w#&/.])(?:[\w.-]+\/[\w.-]+)?#\d+\b(?!;)|(?<![\w-])GH-\d+\b|(?<![\w/.-])(?!(?:UTF|ISO|SHA|MD|RFC|HTTP|AES|CVE|IEEE|ECMA|ES|CP|UCS|BASE|X|ASCII|RS|COVID|IPV|TLS|SSL|WIN|WINDOWS|ARM|SSE|AVX|PEP|JSR|RSA|EC|P|H)-\d)[A-Z][A-Z0-9_]*[A-Z0-9]-\d+\b(?!-)/g;
const ISSUE_ADDRESS =
  /\/(?:issues?|pulls?|pull-requests|merge_requests|work_?items|browse|tickets?|bugs?|discussions|T|p\/chromium\/issues)\/[\w#/-]*\d|(?:show_bug\.cgi\?|[?&])(?:id|issue|bug)=\d+|(?:crbug\.com|b|bugs?\.[\w.-]+|bz\.[\w.-]+|bugzil\.la)\/\d+/i;

/** Issues a text names, in order, each once: `#12`, `owner/name#12`, `GH-12`, `ABC-123`, and addresses of issues. */
export function findIssues(text: string): string[] {
  const found: string[] = [];
  if (!/\d/.test(text)) return found;
  for (const [issue] of text.matchAll(ISSUE)) {
    if (/^https?:/.test(issue) && !ISSUE_ADDRESS.test(issue)) continue;
    if (!found.includes(issue)) found.push(issue);
  }
  return found;
}

const DUE = /(?:\b(?:by|due|until|before|deadline|expires?)\b[:\s]*(?:on\s+)?|[[(<])(\d{4}[-/]\d{2}[-/]\d{2})(?!\d)/gi;

function findDue(text: string): string | null {
  if (!/\d{4}/.test(text)) return null;
  for (const match of text.matchAll(DUE)) {
    const date = match[1] ?? '';
    if (isDate(date)) return isoDate(date);
  }
  return null;
}

function isoDate(date: string): string {
  return date.replaceAll('/', '-');
}

function isDate(date: string): boolean {
  const iso = isoDate(date);
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
