import { sumYen, type Yen } from '../money/yen.ts'
import { type ControlCheck, controlCheck } from './control-check.ts'
import type { IntakeContext, IntakeSupporter } from './intake-context.ts'
import type { IntakeDraft } from './intake-draft.ts'
import { type HeaderReading, readIntakeHeader } from './read-intake-header.ts'
import { type LineReading, readIntakeLine, supporterNumberOf } from './read-intake-line.ts'

/** A whole draft as it is understood. */
export interface DraftReading {
  readonly header: HeaderReading
  /** One reading per line of the draft, in its order. */
  readonly lines: readonly LineReading[]
  /** Lines that are slips. */
  readonly count: number
  /** The sum of the amounts that can be read, in yen. */
  readonly totalYen: Yen
  readonly control: ControlCheck
  /** Whether it can be posted as it stands. */
  readonly isPostable: boolean
}

/** Reads a draft: what will be booked, and what is still in the way. */
export function readIntakeDraft(
  draft: IntakeDraft,
  context: IntakeContext,
  supporters: ReadonlyMap<number, IntakeSupporter | null>,
): DraftReading {
  const header = readIntakeHeader(draft.header, context)
  const lineContext = { context, header, supporters }
  return summarizeReading(
    header,
    draft.lines.map((line) => readIntakeLine(line, lineContext)),
  )
}

/** Puts readings of header and lines together; for a screen that keeps the readings of unchanged lines. */
export function summarizeReading(header: HeaderReading, lines: readonly LineReading[]): DraftReading {
  const slips = lines.filter((line) => !line.isBlank)
  const totalYen = sumYen(slips.flatMap(({ amountYen }) => (amountYen === null ? [] : [amountYen])))
  const control = controlCheck(
    { count: header.controlCount, totalYen: header.controlTotalYen },
    { count: slips.length, totalYen },
  )
  const isReadable = header.problems.length === 0 && slips.every((line) => line.contribution !== null)
  return {
    header,
    lines,
    count: slips.length,
    totalYen,
    control,
    isPostable: isReadable && slips.length > 0 && control.state === 'match',
  }
}

/** The 支援者番号 that stand in a draft, each once. */
export function supporterNumbersIn({ lines }: IntakeDraft): number[] {
  const numbers = lines.map((line) => supporterNumberOf(line.supporter)).filter((number) => number !== null)
  return [...new Set(numbers)].sort((left, right) => left - right)
}
