import { cellsOfPaste } from '@sasaeai/domain/community-chest/goal/typed-goals'
import { incomeCategoryNames } from '@sasaeai/domain/funding-indicator/income/income-category'
import type { IncomeSheet, IncomeSheetLine } from '@sasaeai/domain/funding-indicator/income/income-sheet'
import type { IncomeTotalKind } from '@sasaeai/domain/funding-indicator/income/income-total-kind'
import type { IncomePart } from '@sasaeai/domain/funding-indicator/income/income-years'
import { cellKey, readAmountInCell } from '@sasaeai/domain/funding-indicator/income/typed-income'
import { addYen, formatYenDelta, sumYen, type Yen, yen } from '@sasaeai/domain/money/yen'
import { classList } from '@sasaeai/ui/class-list'
import type { ClipboardEvent } from 'react'
import { FigureLink } from '../figure-link.tsx'
import { IncomeCellInput } from './income-cell.tsx'
import type { HistoryOf } from './income-history-dialog.tsx'
import type { IncomeDraft } from './use-income-draft.ts'

interface IncomeGridProps {
  readonly sheet: IncomeSheet
  readonly draft: IncomeDraft
  readonly mayWrite: boolean
  readonly onHistory: (of: HistoryOf) => void
}

/** In the order in which a block from Excel is pasted: the ledger's own part between them is not typed. */
const kinds = ['budget', 'settled'] as const
const kindHeads: Record<IncomeTotalKind, string> = { budget: '予算', settled: '決算（帳簿のほか）' }

const headStyle = 'border-b border-solid-gray-420 bg-white px-2 py-2 align-bottom text-[0.8125rem] break-keep text-ink-sub max-sm:whitespace-nowrap lg:whitespace-nowrap'
const inputHeadStyle = `${headStyle} pr-10 text-right print:pr-2`
const figureStyle = 'figures border-b border-line-faint px-2 py-2 text-right whitespace-nowrap align-top'

/** 区分 × 予算・決算: live inputs beside what the ledger holds. */
export function IncomeGrid({ sheet, draft, mayWrite, onHistory }: IncomeGridProps) {
  const { lines } = sheet
  const amountOf = (kind: IncomeTotalKind, { lineId }: IncomeSheetLine) => amountTyped(draft.textOf(cellKey(kind, lineId)))
  const ledger = sumYen([...lines.flatMap(({ parts }) => parts), ...sheet.withoutLine].map(({ amountYen }) => amountYen))
  const total = (kind: IncomeTotalKind) => sumYen(lines.map((line) => amountOf(kind, line)))
  const cellOf = (kind: IncomeTotalKind, line: IncomeSheetLine, row: number) => {
    const label = `${line.name}の${kindHeads[kind]}`
    return (
      <IncomeCellInput cellKey={cellKey(kind, line.lineId)} label={label} row={row} column={kinds.indexOf(kind)} draft={draft} mayWrite={mayWrite} onPaste={(event) => pasteBlock(event, lines, draft)}
        hasHistory={line[kind] !== null} onHistory={() => onHistory({ name: label, of: { lineId: line.lineId, kind }, told: line[kind] })} />
    )
  }
  return (
    <div className="overflow-x-auto print:overflow-visible" role="region" aria-label="年額の表（横に動かせます）" tabIndex={0}>
      <table className="w-full border-separate border-spacing-0 text-(length:--text-cell) print:text-[0.625rem]">
        <caption className="sr-only">収入の年額（円）</caption>
        <GridHead />
        <tbody>
          {lines.map((line, row) => (
            <tr key={line.lineId}>
              <LineHead name={line.name} support={incomeCategoryNames[line.category] === line.name ? '' : incomeCategoryNames[line.category]} />
              {cellOf('budget', line, row)}
              <td className={figureStyle}><LedgerParts parts={line.parts} name={line.name} /></td>
              {cellOf('settled', line, row)}
              <td className={classList(figureStyle, 'font-bold')}>{settledOf(line, draft)}</td>
            </tr>
          ))}
          <WithoutLine parts={sheet.withoutLine} />
        </tbody>
        <tfoot className="font-bold">
          <tr>
            <th scope="row" className="sticky left-0 bg-white px-2 py-2 text-left">合計</th>
            <td className={classList(figureStyle, 'pr-10 print:pr-2')}>{formatYenDelta(total('budget'))}</td>
            <td className={figureStyle}>{formatYenDelta(ledger)}</td>
            <td className={classList(figureStyle, 'pr-10 print:pr-2')}>{formatYenDelta(total('settled'))}</td>
            <td className={figureStyle}>{formatYenDelta(addYen(ledger, total('settled')))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function GridHead() {
  return (
    <thead>
      <tr>
        <th scope="col" className={classList(headStyle, 'sticky left-0 z-10 text-left')}>区分</th>
        <th scope="col" className={inputHeadStyle}>予算（円）</th>
        <th scope="col" className={classList(headStyle, 'text-right')}>決算（帳簿）（円）</th>
        <th scope="col" className={inputHeadStyle}>決算（帳簿のほか）（円）</th>
        <th scope="col" className={classList(headStyle, 'text-right')}>決算の計（円）</th>
      </tr>
    </thead>
  )
}

/** 区分のない財源: what the ledger holds that no line counts. */
function WithoutLine({ parts }: { parts: readonly IncomePart[] }) {
  if (parts.length === 0) return null
  return (
    <tr>
      <LineHead name="区分のない財源" support="どの区分にも入っていません" />
      <td className={figureStyle}>—</td>
      <td className={figureStyle}><LedgerParts parts={parts} name="区分のない財源" /></td>
      <td className={figureStyle}>—</td>
      <td className={classList(figureStyle, 'font-bold')}>{formatYenDelta(sumYen(parts.map(({ amountYen }) => amountYen)))}</td>
    </tr>
  )
}

function LineHead({ name, support }: { name: string; support: string }) {
  return (
    <th scope="row" className="sticky left-0 z-10 min-w-36 sm:max-lg:min-w-28 border-b border-line-faint bg-white px-2 py-2 text-left align-top font-normal max-sm:min-w-28">
      {name}
      {support !== '' && <span className="block text-[0.75rem] text-ink-sub print:text-[0.5625rem]">{support}</span>}
    </th>
  )
}

function LedgerParts({ parts, name }: { parts: readonly IncomePart[]; name: string }) {
  if (parts.length === 0) return '—'
  return parts.map((part) => (
    <span key={`${part.name}/${part.filter.accountId ?? ''}`} className="block">
      {parts.length > 1 && <span className="mr-2 text-[0.75rem] text-ink-sub print:text-[0.5625rem]">{part.name}</span>}
      <FigureLink amountYen={part.amountYen} filter={part.filter} label={`${name} ${part.name}`} />
    </span>
  ))
}

/** What the ledger holds and what is typed beside it; a dash where neither says anything. */
function settledOf({ lineId, parts }: IncomeSheetLine, draft: IncomeDraft): string {
  const text = draft.textOf(cellKey('settled', lineId))
  if (parts.length === 0 && text.trim() === '') return '—'
  return formatYenDelta(addYen(amountTyped(text), sumYen(parts.map(({ amountYen }) => amountYen))))
}

/** What cannot be read yet counts as nothing. */
function amountTyped(text: string): Yen {
  const read = readAmountInCell(text)
  return read.ok ? (read.amountYen ?? yen(0)) : yen(0)
}

/** A block of Excel goes down the lines and over 予算 and 決算; a single cell is pasted as text is. */
function pasteBlock(event: ClipboardEvent<HTMLInputElement>, lines: readonly IncomeSheetLine[], draft: IncomeDraft): void {
  const block = cellsOfPaste(event.clipboardData.getData('text/plain'))
  if (block.length === 1 && block[0]?.length === 1) return
  event.preventDefault()
  const { row, cell } = event.currentTarget.dataset
  draft.type(block.flatMap((texts, down) => texts.flatMap((text, right) => {
    const [line, kind] = [lines[Number(row) + down], kinds[Number(cell) + right]]
    return line === undefined || kind === undefined ? [] : [{ key: cellKey(kind, line.lineId), text }]
  })))
}
