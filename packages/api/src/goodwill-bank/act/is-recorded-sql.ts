/** Whether an act had been recorded by the moment in a parameter, which is null for now, as SQL. Acts are never changed. */
export function isRecorded(act: string, moment: string): string {
  return `(${moment}::timestamptz IS NULL OR ${act}.acted_at <= ${moment}::timestamptz)`
}
