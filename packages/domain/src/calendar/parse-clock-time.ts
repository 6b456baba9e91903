/**
 * Reads a time of day as staff type it, in full or half width: `15:00`, `15時`, `15時30分`, `1530`, `15`. Null for anything
 * else, and for what no clock shows; 24時 is the end of the day and not a time of it.
 */
export function parseClockTime(text: string): string | null {
  const typed = text.normalize('NFKC').replace(/\s+/g, '')
  const fields = /^(\d{1,2})(?:時|:(\d{2})|時(\d{1,2})分?)?$/.exec(typed) ?? /^(\d{1,2})(\d{2})$/.exec(typed)
  if (fields === null) return null
  const [hours, minutes] = [Number(fields[1]), Number(fields[2] ?? fields[3] ?? 0)]
  return hours < 24 && minutes < 60 ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : null
}
