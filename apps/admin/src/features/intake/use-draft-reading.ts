import { contextOfWire } from '@sasaeai/domain/intake/intake-context-wire'
import type { IntakeContext, IntakeSupporter } from '@sasaeai/domain/intake/intake-context'
import type { IntakeDraft, IntakeDraftLine } from '@sasaeai/domain/intake/intake-draft'
import { duplicateWarnings, warningsOfLine } from '@sasaeai/domain/intake/line-warnings'
import { type DraftReading, summarizeReading } from '@sasaeai/domain/intake/read-intake-draft'
import { readIntakeHeader } from '@sasaeai/domain/intake/read-intake-header'
import {
  type LineContext,
  type LineReading,
  type LineRemark,
  readIntakeLine,
} from '@sasaeai/domain/intake/read-intake-line'
import { repeatedPayerWarnings } from '@sasaeai/domain/intake/supporter-dues-warnings'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trpc } from '../../app/trpc.ts'

/** The council's tables for reading what is typed; undefined until they have arrived. They stay usable offline. */
export function useIntakeContext(): IntakeContext | undefined {
  const { data } = useQuery(trpc.intake.context.queryOptions(undefined, { staleTime: 60_000, gcTime: Infinity }))
  return useMemo(() => (data === undefined ? undefined : contextOfWire(data)), [data])
}

/** A line as it is understood, with what is unusual about it. */
export interface ReadLine {
  readonly reading: LineReading
  readonly warnings: readonly LineRemark[]
}

export interface ReadDraft extends DraftReading {
  readonly rows: readonly ReadLine[]
}

type Supporters = ReadonlyMap<number, IntakeSupporter | null>

/**
 * Reads the draft after every key. A line that has not changed keeps its reading, object for object, so that only the
 * row being typed is drawn again.
 */
export function useDraftReading(draft: IntakeDraft, context: IntakeContext, supporters: Supporters): ReadDraft {
  const header = useMemo(() => readIntakeHeader(draft.header, context), [draft.header, context])
  const lineContext = useMemo(() => ({ context, header, supporters }), [context, header, supporters])
  const { receivedOn } = header
  const booked = useQuery(
    trpc.intake.bookedOn.queryOptions(
      { day: receivedOn ?? context.today },
      { enabled: receivedOn !== null, staleTime: 30_000 },
    ),
  )
  return useMemo(() => {
    const read = draft.lines.map((line) => readLineOnce(line, lineContext))
    const summary = summarizeReading(
      header,
      read.map(({ reading }) => reading),
    )
    const twice = duplicateWarnings(summary.lines, booked.data ?? [])
    const repeated = repeatedPayerWarnings(summary.lines)
    const rows = read.map((row, place) => withWarnings(row, [twice.get(place), repeated.get(place)]))
    return { ...summary, rows }
  }, [draft.lines, header, lineContext, booked.data])
}

const readings = new WeakMap<LineContext, WeakMap<IntakeDraftLine, ReadLine>>()

/** Reads a line once for each context: the same object as long as neither has changed. */
function readLineOnce(line: IntakeDraftLine, lineContext: LineContext): ReadLine {
  const known = readings.get(lineContext) ?? new WeakMap<IntakeDraftLine, ReadLine>()
  readings.set(lineContext, known)
  const before = known.get(line)
  if (before !== undefined) return before
  const reading = readIntakeLine(line, lineContext)
  const read = { reading, warnings: warningsOfLine(reading, lineContext.context) }
  known.set(line, read)
  return read
}

const withBatch = new WeakMap<ReadLine, { messages: string; row: ReadLine }>()

/** The same object as long as row and warnings are the same. */
function withWarnings(row: ReadLine, ofBatch: readonly (LineRemark | undefined)[]): ReadLine {
  const warnings = ofBatch.filter((warning) => warning !== undefined)
  if (warnings.length === 0) return row
  const messages = warnings.map(({ message }) => message).join('\n')
  const known = withBatch.get(row)
  if (known?.messages === messages) return known.row
  const made = { ...row, warnings: [...row.warnings, ...warnings] }
  withBatch.set(row, { messages, row: made })
  return made
}
