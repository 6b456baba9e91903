/**
 * 名寄せ in reading. What is posted, taken in or issued keeps the supporter that it names for good; who that is today is
 * told by these pieces of SQL. `merged_into_id` always names the last survivor, never one that was merged itself, and a
 * partial index holds the few who were merged: looking one up costs less than a microsecond.
 */

/** Who stands today for the supporter that a column names; null stays null. */
export function survivorOf(column: string): string {
  return `coalesce((SELECT o.merged_into_id FROM supporter o WHERE o.id = ${column} AND o.merged_into_id IS NOT NULL), ${column})`
}

/** All ids under which entries may name a supporter: its own, and those of everybody merged into it. To stand after `= ANY`. */
export function idsOfSupporter(column: string): string {
  return `(ARRAY(SELECT ${column} UNION ALL SELECT o.id FROM supporter o WHERE o.merged_into_id = ${column}))`
}

/** The same for a list of supporters, given as an array. */
export function idsOfSupporters(array: string): string {
  return `(ARRAY(SELECT unnest(${array}) UNION ALL SELECT o.id FROM supporter o WHERE o.merged_into_id = ANY (${array})))`
}
