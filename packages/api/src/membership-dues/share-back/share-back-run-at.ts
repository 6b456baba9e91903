/**
 * The calculations that were there at a moment, to be read FROM; all of them where the parameter is null. What became of them since
 * the past of their table is kept is told by that; of those from before it is known when they were calculated and when they were paid.
 */
export function shareBackRunAt(moment: string): string {
  const isDraft = `${moment}::timestamptz IS NOT NULL AND posted_at > ${moment}::timestamptz`
  return `(
    SELECT id, fiscal_year, sequence, cut_off_on, created_at, created_by_id, revision, CASE WHEN ${isDraft} THEN 'draft' ELSE status END AS status,
      CASE WHEN ${isDraft} THEN NULL ELSE paid_on END AS paid_on
    FROM share_back_run WHERE ${moment}::timestamptz IS NULL OR created_at <= ${moment}::timestamptz)`
}
