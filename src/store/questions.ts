/** What a question takes for granted: without a calendar nobody has demos, and persons are named only where they agreed. */
export type Need = 'sprint' | 'people';

/** A question with a name. Its SQL runs in plain sqlite3, too, where an unbound `:line` means all lines and `:now` is now. */
export interface Question {
  readonly name: string;
  readonly question: string;
  readonly sql: string;
  readonly needs?: Need;
}

const OF_LINE = 'line_name = coalesce(:line, line_name)';
const NEW_YEAR = "strftime('%Y-01-01', coalesce(:now, 'now'))";
const PAID = "coalesce(fate IN ('refactored', 'deleted'), 0)";

/** The named questions, in the order of the list. */
export const QUESTIONS: readonly Question[] = [
  {
    name: 'year',
    question: 'How many hacks charted this year, and in how many files?',
    sql: `SELECT strftime('%Y', coalesce(:now, 'now')) AS year, count(*) AS hacks, count(DISTINCT path) AS files,
  coalesce(sum(entered_on >= ${NEW_YEAR}), 0) AS debuts
FROM charted WHERE ${OF_LINE} AND coalesce(left_on, '9999') >= ${NEW_YEAR}`,
  },
  {
    name: 'evergreens',
    question: 'Which hacks spent most days on the list?',
    sql: `SELECT id, CAST(julianday(coalesce(left_on, :now, 'now')) - julianday(entered_on) AS INTEGER) AS days,
  status, tag, path, text
FROM charted WHERE ${OF_LINE} ORDER BY days DESC, entered_on, id LIMIT 10`,
  },
  {
    name: 'number-ones',
    question: 'Which hacks held number one for the most recorded days?',
    sql: `SELECT id, count(*) AS days, min(day) AS first, max(day) AS last, tag, path, text
FROM chart WHERE ${OF_LINE} AND position = 1 GROUP BY id ORDER BY days DESC, last DESC, id LIMIT 10`,
  },
  {
    name: 'touched',
    question: "Which open hack's code is touched most?",
    sql: `SELECT id, touches, tag, path, line, text
FROM hacks WHERE ${OF_LINE} AND status = 'open' ORDER BY touches DESC, introduced_on, id LIMIT 10`,
  },
  {
    name: 'folders',
    question: 'Which folders dominate the recorded top tens, by hacks and by days?',
    sql: `SELECT CASE WHEN instr(path, '/') > 0 THEN rtrim(rtrim(path, replace(path, '/', '')), '/') ELSE '.' END AS folder,
  count(DISTINCT id) AS hacks, count(*) AS days
FROM chart WHERE ${OF_LINE} AND position <= 10 GROUP BY folder ORDER BY hacks DESC, days DESC, folder LIMIT 10`,
  },
  {
    name: 'one-day-wonders',
    question: 'Which hacks came and went within a day?',
    sql: `SELECT id, CAST(round(24 * (julianday(left_on) - julianday(entered_on))) AS INTEGER) AS hours, fate, tag, path, text
FROM charted WHERE ${OF_LINE} AND julianday(left_on) - julianday(entered_on) < 1 ORDER BY left_on DESC, id LIMIT 20`,
  },
  {
    name: 'weekdays',
    question: 'Which weekday admits, and which pays?',
    sql: `WITH weekdays (number, weekday) AS (VALUES ('1', 'Monday'), ('2', 'Tuesday'), ('3', 'Wednesday'), ('4', 'Thursday'),
  ('5', 'Friday'), ('6', 'Saturday'), ('0', 'Sunday')),
counted AS (SELECT strftime('%w', admitted_at) AS number, 1 AS admitted, 0 AS paid FROM charted WHERE ${OF_LINE}
  UNION ALL SELECT strftime('%w', gone_at), 0, 1 FROM charted WHERE ${OF_LINE} AND ${PAID})
SELECT weekday, coalesce(sum(admitted), 0) AS admitted, coalesce(sum(paid), 0) AS paid
FROM weekdays LEFT JOIN counted USING (number) GROUP BY weekday ORDER BY (number + 6) % 7`,
  },
  {
    name: 'debut',
    question: 'Which demo had the biggest debut, and what share of it was gone by Friday?',
    needs: 'sprint',
    sql: `WITH shown AS (SELECT s.line_name AS line_name, s.snapshot AS demo, s.day AS day, s.id AS id, coalesce(a.id, s.id) AS told_as
  FROM snapshot_hacks s LEFT JOIN aliases a
    ON a.repository = s.repository AND a.line_name = s.line_name AND a.first_id = s.id
  WHERE s.snapshot_kind = 'demo' AND s.line_name = coalesce(:line, s.line_name)),
debuts AS (SELECT demo, day, left_on < date(day, 'weekday 5', '+1 day') AS is_gone
  FROM shown LEFT JOIN charted ON charted.id = told_as AND charted.line_name = shown.line_name
  WHERE entered_on IS NULL OR entered_on >= date(day, 'weekday 0', '-6 days'))
SELECT demo, day, count(*) AS debuts, coalesce(sum(is_gone), 0) AS gone_by_friday,
  CAST(round(100.0 * coalesce(sum(is_gone), 0) / count(*)) AS INTEGER) AS percent
FROM debuts GROUP BY demo, day ORDER BY debuts DESC, day DESC LIMIT 10`,
  },
  {
    name: 'sooner',
    question: `Is FIXME paid sooner than TODO, and "don't do this" sooner than both?`,
    sql: `WITH said AS (SELECT CASE WHEN text LIKE '%don_t do this%' OR tag LIKE '%don_t do this%' THEN 'don''t do this' ELSE tag END
    AS says, ${PAID} AS is_paid, julianday(left_on) - julianday(entered_on) AS days FROM charted WHERE ${OF_LINE}),
ordered AS (SELECT says, is_paid, days, row_number() OVER same AS number, count(*) OVER (PARTITION BY says, is_paid) AS paid
  FROM said WINDOW same AS (PARTITION BY says, is_paid ORDER BY days)),
counted AS (SELECT says, count(*) AS admitted, sum(is_paid) AS paid FROM said GROUP BY says)
SELECT says, admitted, counted.paid AS paid, round(avg(days), 1) AS median_days
FROM counted LEFT JOIN ordered USING (says)
WHERE says IN ('TODO', 'FIXME', 'don''t do this')
  AND (counted.paid = 0 OR (is_paid AND number IN ((ordered.paid + 1) / 2, (ordered.paid + 2) / 2)))
GROUP BY says ORDER BY counted.paid = 0, median_days, says`,
  },
  {
    name: 'thanks',
    question: 'Who paid what somebody else had admitted? (A thank-you list, by name.)',
    needs: 'people',
    sql: `SELECT gone_by AS thanks_to, substr(gone_at, 1, 10) AS day, tag, path, text
FROM charted WHERE ${OF_LINE} AND ${PAID} AND self_removed = 0 AND gone_by NOT LIKE '%[bot]%'
ORDER BY thanks_to, day, id LIMIT 100`,
  },
];

/** The question of a name, if there is one. */
export function findQuestion(name: string): Question | undefined {
  return QUESTIONS.find((question) => question.name === name);
}
