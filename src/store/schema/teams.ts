/** Version 5: the chart is that of the whole line; a team with its own calendar has its own days (`web/2026-11-17`). */
export const TEAMS_5: readonly string[] = [
  'DROP VIEW chart',
  `CREATE VIEW chart AS
    SELECT repository, line_name, day, place AS position, id, kind, tag, text, path, line, touches,
      LAG(place) OVER (PARTITION BY repository, line_name, id ORDER BY day) AS position_before,
      COUNT(*) OVER (PARTITION BY repository, line_name, id ORDER BY day) AS days_on_chart
    FROM snapshot_hacks WHERE snapshot_kind = 'day' AND instr(snapshot, '/') = 0`,
];
