import type { Tx } from '@sasaeai/db/in-transaction'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { IntakeContext } from '@sasaeai/domain/intake/intake-context'
import { type IntakeDraft, type IntakeDraftLine, lineColumnNames } from '@sasaeai/domain/intake/intake-draft'
import { type DraftReading, readIntakeDraft, supporterNumbersIn } from '@sasaeai/domain/intake/read-intake-draft'
import type { LineReading } from '@sasaeai/domain/intake/read-intake-line'
import type { Contribution } from '@sasaeai/domain/ledger/contribution'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { readSupportersByNumber } from './read-intake-context.ts'

/** A slip that can be booked, with its place on the paper (1 for the first line). */
export interface PostableLine {
  readonly line: IntakeDraftLine
  readonly lineNumber: number
  readonly reading: LineReading
  readonly contribution: Contribution
}

export interface PostableDraft {
  readonly receivedOn: LocalDate
  readonly context: IntakeContext
  readonly reading: DraftReading
  readonly lines: readonly PostableLine[]
}

export type DraftRefusal = 'draft_empty' | 'draft_has_problems' | 'control_mismatch'

/** Reads a draft against the council's tables; fails with what is still in the way, in words. */
export async function readPostableDraft(
  tx: Tx,
  draft: IntakeDraft,
  context: IntakeContext,
): Promise<Outcome<PostableDraft, DraftRefusal>> {
  const supporters = await readSupportersByNumber(tx, supporterNumbersIn(draft))
  const reading = readIntakeDraft(draft, context, supporters)
  const problem = firstProblemOf(reading)
  if (problem !== null) return fail('draft_has_problems', { about: problem })
  if (reading.count === 0) return fail('draft_empty')
  if (reading.control.state !== 'match') return fail('control_mismatch', { about: reading.control.message })
  const { receivedOn } = reading.header
  if (receivedOn === null) throw new Error('a header without problems has a date')
  return succeed({ receivedOn, context, reading, lines: postableLines(draft, reading) })
}

function firstProblemOf({ header, lines }: DraftReading): string | null {
  const inHeader = header.problems[0]
  if (inHeader !== undefined) return inHeader.message
  for (const [place, { problems }] of lines.entries()) {
    const [problem] = problems
    if (problem !== undefined) return `${place + 1}行目の${lineColumnNames[problem.column]}：${problem.message}`
  }
  return null
}

function postableLines(draft: IntakeDraft, { lines }: DraftReading): PostableLine[] {
  return draft.lines.flatMap((line, place) => {
    const reading = lines[place]
    if (reading === undefined || reading.isBlank) return []
    if (reading.contribution === null) throw new Error(`line ${place + 1} has neither a problem nor a contribution`)
    return [{ line, lineNumber: place + 1, reading, contribution: reading.contribution }]
  })
}
