import { classList } from '@sasaeai/ui/class-list'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { TextLink } from '@sasaeai/ui/text-link'
import type { IntakeContext } from '@sasaeai/domain/intake/intake-context'
import type { IntakeDraft } from '@sasaeai/domain/intake/intake-draft'
import type { DraftReading } from '@sasaeai/domain/intake/read-intake-draft'
import type { LineReading } from '@sasaeai/domain/intake/read-intake-line'
import { formatYen } from '@sasaeai/domain/money/yen'
import type { ReactNode } from 'react'
import type { PostedBatch } from './intake-wire.ts'

interface SheetLinesProps {
  readonly draft: IntakeDraft
  readonly read: DraftReading
  readonly context: IntakeContext
  readonly posted: PostedBatch | null
}

/**
 * The slips of a batch as they are understood; in the books each with its entry. On paper a line stays one line as long
 * as it can, and the total stands once, after the last line.
 */
export function SheetLines({ draft, read, context, posted }: SheetLinesProps) {
  return (
    <div className="overflow-x-auto print:overflow-visible">
      <table className="w-full border-separate border-spacing-0 text-(length:--text-cell)">
        <caption className="sr-only">明細</caption>
        <thead>
          <tr>
            <Head>行</Head>
            <Head>種類</Head>
            <Head>方法</Head>
            <Head>地域</Head>
            <Head>支援者</Head>
            <Head isRight>依頼</Head>
            <Head isRight>納入</Head>
            <Head isRight>口数</Head>
            <Head isRight>金額（円）</Head>
            <Head>備考</Head>
            {posted !== null && <Head isRight>伝票</Head>}
          </tr>
        </thead>
        <tbody>
          {read.lines.map((line, place) =>
            line.isBlank ? null : (
              <SheetLine
                key={draft.lines[place]?.id}
                {...{ line, context }}
                lineNumber={place + 1}
                note={draft.lines[place]?.note ?? ''}
                posted={posted}
              />
            ),
          )}
        </tbody>
        <tfoot>
          <tr className="font-bold">
            <td colSpan={8} className="px-1.5 py-(--cell-y)">
              合計 {read.count}件
            </td>
            <td className="px-1.5 py-(--cell-y) text-right text-[1.125em] figures">{formatYen(read.totalYen)}</td>
            <td colSpan={posted === null ? 1 : 2} className="px-1.5">
              円
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

interface SheetLineProps {
  readonly line: LineReading
  readonly lineNumber: number
  readonly note: string
  readonly context: IntakeContext
  readonly posted: PostedBatch | null
}

function SheetLine({ line, lineNumber, note, context, posted }: SheetLineProps) {
  const entry = posted?.entries.find((each) => each.lineNumber === lineNumber)
  return (
    <tr>
      <Cell isRight>{lineNumber}</Cell>
      <Cell isKept>{line.kind?.name ?? '？'}</Cell>
      <Cell isKept>{line.method?.name}</Cell>
      <Cell isKept>{line.areaId === null ? '' : context.areas.areas.get(line.areaId)?.name}</Cell>
      <Cell>{line.supporter === null ? '' : `${line.supporter.name}（${line.supporter.number}）`}</Cell>
      <Cell isRight>{line.householdsAsked}</Cell>
      <Cell isRight>{line.householdsPaid}</Cell>
      <Cell isRight>{line.units}</Cell>
      <Cell isRight>{line.amountYen === null ? '？' : formatYen(line.amountYen)}</Cell>
      <Cell>{note}</Cell>
      {posted !== null && (
        <Cell isRight>
          {entry !== undefined && (
            <span className="inline-flex items-center gap-1.5">
              {entry.isReversed && <StatusChip tone="warning">取消</StatusChip>}
              <TextLink href={`/admin/entries/${entry.entryId}`}>{entry.entryNumber}</TextLink>
            </span>
          )}
        </Cell>
      )}
    </tr>
  )
}

function Head({ children, isRight = false }: { children: ReactNode; isRight?: boolean }) {
  return (
    <th
      scope="col"
      className={classList(
        'border-y border-line bg-surface-sub px-1.5 py-1.5 font-bold whitespace-nowrap print:px-1',
        isRight ? 'text-right' : 'text-left',
      )}
    >
      {children}
    </th>
  )
}

interface CellProps {
  readonly children: ReactNode
  readonly isRight?: boolean
  /** Short names are not broken over two lines. */
  readonly isKept?: boolean
}

function Cell({ children, isRight = false, isKept = false }: CellProps) {
  return (
    <td
      className={classList(
        'border-b border-line-faint px-1.5 py-(--cell-y) print:px-1 print:text-[0.6875rem]',
        isRight && 'figures text-right',
        isKept && 'whitespace-nowrap',
      )}
    >
      {children}
    </td>
  )
}
