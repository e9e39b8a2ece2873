const DATE = (seconds: string): string => `strftime('%Y-%m-%dT%H:%M:%SZ', ${seconds}, 'unixepoch')`;

/** As the committer's own clock showed it: what weekday it was depends on where one sits. */
const LOCAL = (commit: string): string =>
  `strftime('%Y-%m-%dT%H:%M:%S', ${commit}.commit_time + 60 * ${commit}.commit_offset, 'unixepoch')`;

/** Version 4: the hacks that ever were on the line's list, with their days on it, and the second names of squashed ones. */
export const CHARTED_4: readonly string[] = [
  `CREATE VIEW charted AS
    SELECT h.repository AS repository, h.line_name AS line_name, h.id AS id, h.status AS status, h.fate AS fate,
      h.kind AS kind, h.tag AS tag, h.text AS text, h.path AS path,
      CASE WHEN instr(h.path, '/') > 0 THEN rtrim(rtrim(h.path, replace(h.path, '/', '')), '/') ELSE '.' END AS folder,
      h.touches AS touches, ${DATE('m.landed_time')} AS entered_on, ${DATE('g.landed_time')} AS left_on,
      ${LOCAL('c')} AS admitted_at, ${LOCAL('e')} AS gone_at, s.display_name AS gone_by, h.self_removed AS self_removed
    FROM hacks h
      JOIN repositories r ON r.name = h.repository
      JOIN lines l ON l.repo_id = r.repo_id AND l.name = h.line_name
      JOIN hack_rows k ON k.repo_id = r.repo_id AND k.line_id = l.line_id AND k.id = h.id
      JOIN commit_rows c ON c.repo_id = k.repo_id AND c.line_id = k.line_id AND c.rank = k.introduced
      JOIN landings m ON m.repo_id = k.repo_id AND m.line_id = k.line_id AND m.position = c.landed
      LEFT JOIN commit_rows e ON e.repo_id = k.repo_id AND e.line_id = k.line_id AND e.rank = k.removal_rank
      LEFT JOIN person_rows s ON s.person_id = e.author_id
      LEFT JOIN landings g ON g.repo_id = k.repo_id AND g.line_id = k.line_id AND g.position = k.removal_landed
    WHERE k.merged_into IS NULL AND (k.removal_rank IS NULL OR k.removal_landed IS NOT NULL)`,
  `CREATE VIEW aliases AS
    SELECT r.name AS repository, l.name AS line_name, a.hack_id AS id, a.first_id AS first_id,
      lower(hex(a.first_commit)) AS first_commit, a.author_name AS author, lower(hex(a.squash)) AS squash_commit
    FROM alias_rows a
      JOIN repositories r USING (repo_id)
      JOIN lines l USING (repo_id, line_id)`,
];
