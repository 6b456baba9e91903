import type { FailureCode } from '@sasaeai/domain/outcome/failure-message'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import { done } from './a-grant.ts'

/** A cell, which may stand in quotes, and what ends it. */
const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy

/** What stands below the headings of an export as CSV in UTF-8, cell by cell. @throws Error with the code of the refusal. */
export async function csvRows(written: Promise<Outcome<{ readonly content: string }, FailureCode>>): Promise<string[][]> {
  const { content } = await done(written)
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of Buffer.from(content, 'base64').toString('utf8').trimEnd().matchAll(cell)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.slice(1)
}
