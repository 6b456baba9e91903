/** SQL for an instant as JSON writes it (`2026-06-01T03:04:05.678Z`), for rows that go out as PostgreSQL answers them; null stays null. */
export function jsonInstant(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
