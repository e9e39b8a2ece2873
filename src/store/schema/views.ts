const DATE = (seconds: string): string => `strftime('%Y-%m-%dT%H:%M:%SZ', ${seconds}, 'unixepoch')`;
const OID = (oid: string): string => `lower(hex(${oid}))`;

/** As people are shown, one name or one address is one person; null while the hack is open. */
const SAME_PERSON = `CASE WHEN h.removal_rank IS NOT NULL
        THEN s.display_name = a.display_name OR lower(s.display_email) = lower(a.display_email) END`;

/** Version 1, what people and spreadsheets read; see README.md beside the store. Dates are UTC, oids hexadecimal. */
export const VIEWS_1: readonly string[] = [
  `CREATE VIEW people AS
    SELECT r.name AS repository, p.display_name AS name, p.display_email AS email,
      p.name AS name_in_commits, p.email AS email_in_commits
    FROM person_rows p JOIN repositories r USING (repo_id)`,
  `CREATE VIEW landings AS
    SELECT repo_id, line_id, position, oid,
      MAX(CASE WHEN commit_time <= unixepoch('now') THEN commit_time END)
        OVER (PARTITION BY repo_id, line_id ORDER BY position) AS landed_time
    FROM commit_rows WHERE position IS NOT NULL`,
  `CREATE VIEW commits AS
    SELECT r.name AS repository, l.name AS line_name, c.rank AS rank, ${OID('c.oid')} AS "commit",
      c.position AS position, ${OID('m.oid')} AS landed_commit, ${DATE('m.landed_time')} AS landed_on,
      a.display_name AS author, ${DATE('c.author_time')} AS authored_on,
      b.display_name AS committer, ${DATE('c.commit_time')} AS committed_on, c.subject AS subject, c.trailers AS trailers
    FROM commit_rows c
      JOIN repositories r USING (repo_id)
      JOIN lines l USING (repo_id, line_id)
      JOIN landings m ON m.repo_id = c.repo_id AND m.line_id = c.line_id AND m.position = c.landed
      JOIN person_rows a ON a.person_id = c.author_id
      JOIN person_rows b ON b.person_id = c.committer_id`,
  hacksView('h.rewrites IS NOT NULL'),
  `CREATE VIEW events AS
    SELECT r.name AS repository, l.name AS line_name, h.id AS id, e.kind AS event, e.why AS why,
      ${OID('c.oid')} AS "commit", ${DATE('c.commit_time')} AS committed_on, a.display_name AS author, c.subject AS subject,
      c.rank AS rank, c.landed AS position,
      bp.path AS before_path, e.before_line AS before_line, bw.text AS before_text,
      ap.path AS after_path, e.after_line AS after_line, aw.text AS after_text, i.id AS merged_into
    FROM event_rows e
      JOIN repositories r USING (repo_id)
      JOIN lines l USING (repo_id, line_id)
      JOIN hack_rows h ON h.repo_id = e.repo_id AND h.line_id = e.line_id AND h.hack = e.hack
      JOIN commit_rows c ON c.repo_id = e.repo_id AND c.line_id = e.line_id AND c.rank = e.rank
      JOIN person_rows a ON a.person_id = c.author_id
      LEFT JOIN node_rows bn ON bn.repo_id = e.repo_id AND bn.line_id = e.line_id AND bn.node = e.before_node
      LEFT JOIN paths bp ON bp.path_id = bn.path_id
      LEFT JOIN wordings bw ON bw.wording_id = e.before_wording
      LEFT JOIN node_rows an ON an.repo_id = e.repo_id AND an.line_id = e.line_id AND an.node = e.after_node
      LEFT JOIN paths ap ON ap.path_id = an.path_id
      LEFT JOIN wordings aw ON aw.wording_id = e.after_wording
      LEFT JOIN hack_rows i ON i.repo_id = e.repo_id AND i.line_id = e.line_id AND i.hack = e.into_hack`,
  `CREATE VIEW snapshots AS
    SELECT r.name AS repository, l.name AS line_name, s.kind AS kind, s.name AS name, s.day AS day, s.origin AS origin,
      s.frozen AS frozen, ${OID('s.commit_oid')} AS "commit", ${DATE('s.taken_at')} AS taken_on, s.ruleset AS ruleset,
      (SELECT COUNT(*) FROM snapshot_hack_rows h WHERE h.snapshot_id = s.snapshot_id) AS open_hacks
    FROM snapshot_rows s
      JOIN repositories r USING (repo_id)
      JOIN lines l USING (repo_id, line_id)`,
  `CREATE VIEW snapshot_hacks AS
    SELECT r.name AS repository, l.name AS line_name, s.kind AS snapshot_kind, s.name AS snapshot, s.day AS day,
      s.origin AS origin, s.frozen AS frozen, h.place AS place, k.id AS id, k.kind AS kind, k.tag AS tag, k.text AS text,
      k.path AS path, h.line AS line, h."column" AS "column", h.touches AS touches,
      ${OID('k.commit_oid')} AS introduced_commit, k.author_name AS author, s.ruleset AS ruleset
    FROM snapshot_hack_rows h
      JOIN snapshot_rows s USING (snapshot_id)
      JOIN recorded_hacks k USING (recorded_id)
      JOIN repositories r ON r.repo_id = s.repo_id
      JOIN lines l ON l.repo_id = s.repo_id AND l.line_id = s.line_id`,
  `CREATE VIEW chart AS
    SELECT repository, line_name, day, place AS position, id, kind, tag, text, path, line, touches,
      LAG(place) OVER (PARTITION BY repository, line_name, id ORDER BY day) AS position_before,
      COUNT(*) OVER (PARTITION BY repository, line_name, id ORDER BY day) AS days_on_chart
    FROM snapshot_hacks WHERE snapshot_kind = 'day'`,
];

/** The view of hacks; `stale` is the expression that says whether the annotated code was rewritten under an open one. */
export function hacksView(stale: string): string {
  return `CREATE VIEW hacks AS
    SELECT r.name AS repository, l.name AS line_name, h.id AS id,
      CASE WHEN h.merged_into IS NOT NULL THEN 'merged' WHEN h.removal_rank IS NOT NULL THEN 'removed' ELSE 'open' END
        AS status,
      v.fate AS fate, w.kind AS kind, w.tag AS tag, w.text AS text, w.owner AS owner, w.issues AS issues, w.due AS due,
      p.path AS path, h.last_line AS line, h.last_column AS "column", w.enclosing AS enclosing,
      ${stale} AS stale, h.moves AS moves, h.rewordings AS rewordings, h.reopened AS reopened,
      h.touches AS touches, i.id AS merged_into,
      ${OID('c.oid')} AS introduced_commit, ${DATE('c.commit_time')} AS introduced_on,
      a.display_name AS introduced_by, c.subject AS introduced_subject, c.landed AS introduced_position,
      ${OID('e.oid')} AS removed_commit, ${DATE('e.commit_time')} AS removed_on,
      b.display_name AS removed_by, e.subject AS removed_subject, h.removal_landed AS removed_position,
      v.removal AS removal, v.extent AS extent, v.near_marker AS near_marker, v.in_definition AS in_definition,
      v.acknowledged AS acknowledged, ${SAME_PERSON} AS self_removed, v.confidence AS confidence
    FROM hack_rows h
      JOIN repositories r USING (repo_id)
      JOIN lines l USING (repo_id, line_id)
      JOIN node_rows n ON n.repo_id = h.repo_id AND n.line_id = h.line_id AND n.node = h.last_node
      JOIN paths p ON p.path_id = n.path_id
      JOIN wordings w ON w.wording_id = h.last_wording
      JOIN commit_rows c ON c.repo_id = h.repo_id AND c.line_id = h.line_id AND c.rank = h.introduced
      JOIN person_rows a ON a.person_id = c.author_id
      LEFT JOIN commit_rows e ON e.repo_id = h.repo_id AND e.line_id = h.line_id AND e.rank = h.removal_rank
      LEFT JOIN person_rows b ON b.person_id = e.committer_id
      LEFT JOIN person_rows s ON s.person_id = e.author_id
      LEFT JOIN hack_rows i ON i.repo_id = h.repo_id AND i.line_id = h.line_id AND i.hack = h.merged_into
      LEFT JOIN verdict_rows v ON v.repo_id = h.repo_id AND v.line_id = h.line_id AND v.hack = h.hack
        AND v.removal_rank = h.removal_rank`;
}
