import { classList } from '@sasaeai/ui/class-list'
import { Icon } from '@sasaeai/ui/icon'
import type { IntakeContext, IntakeSupporter } from '@sasaeai/domain/intake/intake-context'
import {
  type IntakeDraftLine,
  type LineColumn,
  lineColumnNames,
  lineColumns,
} from '@sasaeai/domain/intake/intake-draft'
import type { HeaderReading } from '@sasaeai/domain/intake/read-intake-header'
import { memo } from 'react'
import { AreaCell, KindCell, MethodCell } from './code-cells.tsx'
import { cellId } from './focus-cell.ts'
import { IntakeCell } from './intake-cell.tsx'
import { remarksToShow, RowRemarks } from './row-remarks.tsx'
import { SupporterCell } from './supporter-cell.tsx'
import type { CellHandlers } from './use-cell-handlers.ts'
import type { ReadLine } from './use-draft-reading.ts'

export interface IntakeRowProps {
  readonly line: IntakeDraftLine
  readonly lineNumber: number
  readonly read: ReadLine
  readonly context: IntakeContext
  readonly header: HeaderReading
  readonly handlers: CellHandlers
  /** The column that holds the cursor, when it is on this line. */
  readonly activeColumn: LineColumn | null
  /** Whether posting was tried: then every problem is shown, wherever the cursor stands. */
  readonly wasTried: boolean
  readonly onPickSupporter: (supporter: IntakeSupporter) => void
  readonly onRegister: (line: IntakeDraftLine, name: string) => void
}

/** Where a cell stands on a phone, where a line is a card of four columns. */
const cardPlaces: Record<LineColumn, string> = {
  kind: 'max-sm:col-span-2',
  method: 'max-sm:col-span-2',
  area: 'max-sm:col-span-4',
  supporter: 'max-sm:col-span-4',
  householdsAsked: 'max-sm:col-span-1',
  householdsPaid: 'max-sm:col-span-2',
  units: 'max-sm:col-span-1',
  amount: 'max-sm:col-span-4',
  note: 'max-sm:col-span-4',
}

/** One slip: a row of live inputs, and below it in words what is wrong or unusual. A card on a phone. */
export const IntakeRow = memo(function IntakeRow(props: IntakeRowProps) {
  const { line, lineNumber, read, activeColumn, handlers } = props
  const remarks = remarksToShow(line, read, props)
  const remarksId = remarks.length === 0 ? undefined : `remarks-${line.id}`
  return (
    <>
      <tr
        className={classList(
          'group max-sm:grid max-sm:grid-cols-4 max-sm:gap-x-2 max-sm:p-2',
          'max-sm:rounded-t-8 max-sm:border max-sm:border-b-0 max-sm:border-line',
          activeColumn !== null && 'bg-accent-soft/60',
        )}
      >
        <th
          scope="row"
          className={classList(
            'figures border-b border-line-faint px-1 text-center text-[0.8125rem] font-normal text-ink-sub',
            'max-sm:col-span-3 max-sm:self-center max-sm:border-0 max-sm:text-left max-sm:font-bold',
          )}
        >
          {lineNumber}
          <span className="sm:sr-only">行目</span>
        </th>
        {lineColumns.map((column) => (
          <td
            key={column}
            className={classList(
              'border-b border-l border-line-faint p-0 max-sm:order-1 max-sm:border-0',
              cardPlaces[column],
            )}
          >
            <label
              htmlFor={cellId(line.id, column)}
              className="block pt-2 pb-1 text-[0.75rem] leading-none text-ink-sub sm:hidden"
              aria-hidden="true"
            >
              {lineColumnNames[column]}
            </label>
            <LineCell
              {...props}
              column={column}
              remarksId={remarksId}
              isWrong={remarks.some((remark) => remark.column === column && remark.isProblem)}
            />
          </td>
        ))}
        <td className="border-b border-l border-line-faint p-0 text-center max-sm:border-0 max-sm:text-right">
          <button
            type="button"
            tabIndex={-1}
            aria-label={`${lineNumber}行目を削除`}
            onClick={() => handlers.removeLine(line.id)}
            className={classList(
              'inline-grid min-h-(--control) w-full cursor-pointer place-items-center rounded-4 text-ink-faint',
              'hover:bg-surface-sub hover:text-red-900 max-sm:w-11',
              'sm:opacity-0 sm:group-focus-within:opacity-100 sm:group-hover:opacity-100 sm:focus:opacity-100',
            )}
          >
            <Icon name="trash" />
          </button>
        </td>
      </tr>
      <RowRemarks id={remarksId} lineId={line.id} remarks={remarks} />
    </>
  )
})

interface LineCellProps extends IntakeRowProps {
  readonly column: LineColumn
  readonly isWrong: boolean
  readonly remarksId: string | undefined
}

function LineCell(props: LineCellProps) {
  const { line, lineNumber, read, column, context, header, handlers, isWrong, remarksId, activeColumn } = props
  const isActive = activeColumn === column
  const shared = { lineId: line.id, lineNumber, column, text: line[column], isActive, handlers, isWrong, remarksId }
  const coded = { ...shared, reading: read.reading, context, header }
  switch (column) {
    case 'kind':
      return <KindCell {...coded} />
    case 'method':
      return <MethodCell {...coded} />
    case 'area':
      return <AreaCell {...coded} onPickSupporter={props.onPickSupporter} />
    case 'supporter':
      return (
        <SupporterCell
          {...coded}
          onPickSupporter={props.onPickSupporter}
          onRegister={(name) => props.onRegister(line, name)}
        />
      )
    case 'householdsAsked':
    case 'householdsPaid':
    case 'units':
    case 'amount':
    case 'note':
      return <IntakeCell {...shared} />
  }
}
