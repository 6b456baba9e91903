import { classList } from '@sasaeai/ui/class-list'
import type { IntakeContext, IntakeSupporter } from '@sasaeai/domain/intake/intake-context'
import {
  type IntakeDraft,
  type IntakeDraftLine,
  type LineColumn,
  lineColumnNames,
  lineColumns,
} from '@sasaeai/domain/intake/intake-draft'
import type { ReactNode } from 'react'
import { IntakeRow } from './intake-row.tsx'
import type { ActiveCell, CellHandlers } from './use-cell-handlers.ts'
import type { ReadDraft } from './use-draft-reading.ts'

interface IntakeLinesProps {
  readonly draft: IntakeDraft
  readonly read: ReadDraft
  readonly context: IntakeContext
  readonly handlers: CellHandlers
  readonly active: ActiveCell | null
  readonly wasTried: boolean
  readonly onPickSupporter: (supporter: IntakeSupporter) => void
  readonly onRegister: (line: IntakeDraftLine, name: string) => void
}

/**
 * Each code with the name behind it, and what is left for a remark: of ten characters on the narrowest desk. On a tablet names
 * are cut short, so that no amount lies beyond the edge.
 */
const widths: Record<LineColumn, string> = {
  kind: 'w-[6.5rem] min-[75rem]:w-[8.5rem] min-[90rem]:w-[9rem]',
  method: 'w-[4.25rem] min-[75rem]:w-[5.25rem] min-[90rem]:w-[6rem]',
  area: 'w-[7rem] min-[75rem]:w-[10.25rem] min-[90rem]:w-[12.5rem]',
  supporter: 'w-[5.5rem] min-[75rem]:w-[7.25rem] min-[90rem]:w-[9.5rem]',
  householdsAsked: 'w-[3.25rem] min-[75rem]:w-[3.75rem]',
  householdsPaid: 'w-[3.25rem] min-[75rem]:w-[3.75rem]',
  units: 'w-[2.5rem] min-[75rem]:w-[3rem]',
  amount: 'w-[5.75rem] min-[75rem]:w-[6.25rem] min-[90rem]:w-[6.75rem]',
  note: '',
}

/** Headings that are wider than what stands below them take two lines. */
const headings: Record<LineColumn, string> = {
  ...lineColumnNames,
  householdsAsked: '依頼\n世帯',
  householdsPaid: '納入\n世帯・件',
}

/** All lines of the batch in one native table. Only the row that holds the cursor is drawn again while typing. */
export function IntakeLines(props: IntakeLinesProps) {
  const { draft, read, context, handlers, active, wasTried, onPickSupporter, onRegister } = props
  return (
    <table className="w-full table-fixed border-separate border-spacing-0 max-sm:block">
      <caption className="sr-only">受付の明細</caption>
      <colgroup className="max-sm:hidden">
        <col className="w-8" />
        {lineColumns.map((column) => (
          <col key={column} className={widths[column]} />
        ))}
        <col className="w-7" />
      </colgroup>
      <thead className="max-sm:sr-only">
        <tr>
          <HeadCell>行</HeadCell>
          {lineColumns.map((column) => (
            <HeadCell key={column} isRight={rightColumns.has(column)}>
              {headings[column]}
            </HeadCell>
          ))}
          <HeadCell>
            <span className="sr-only">削除</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody data-intake-lines className="max-sm:block">
        {draft.lines.map((line, place) => {
          const row = read.rows[place]
          return row === undefined ? null : (
            <IntakeRow
              key={line.id}
              {...{ line, context, handlers, wasTried, onPickSupporter, onRegister }}
              lineNumber={place + 1}
              read={row}
              header={read.header}
              activeColumn={active?.lineId === line.id ? active.column : null}
            />
          )
        })}
      </tbody>
    </table>
  )
}

const rightColumns: ReadonlySet<LineColumn> = new Set<LineColumn>([
  'householdsAsked',
  'householdsPaid',
  'units',
  'amount',
])

function HeadCell({ children, isRight = false }: { children: ReactNode; isRight?: boolean }) {
  return (
    <th
      scope="col"
      className={classList(
        'sticky top-(--shell-header) z-10 border-y border-line bg-surface-sub px-1.5 py-1.5 align-bottom',
        'text-[0.75rem] leading-130 font-bold whitespace-pre text-ink-sub',
        isRight ? 'text-right' : 'text-left',
      )}
    >
      {children}
    </th>
  )
}
