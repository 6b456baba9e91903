import { classList } from '@sasaeai/ui/class-list'
import { Icon } from '@sasaeai/ui/icon'
import type { IntakeLineId } from '@sasaeai/domain/ids'
import {
  type IntakeDraftLine,
  type LineColumn,
  lineColumnNames,
  lineColumns,
} from '@sasaeai/domain/intake/intake-draft'
import type { LineRemark } from '@sasaeai/domain/intake/read-intake-line'
import { cellId, focusInput } from './focus-cell.ts'
import type { ReadLine } from './use-draft-reading.ts'

export interface ShownRemark extends LineRemark {
  readonly isProblem: boolean
}

/**
 * The remarks on a line that are due: a line is judged once the cursor has left it, a cell of the line being typed
 * once something stands in it and the cursor has gone on. After an attempt to post, everything is.
 */
export function remarksToShow(
  line: IntakeDraftLine,
  { reading, warnings }: ReadLine,
  { activeColumn, wasTried }: { activeColumn: LineColumn | null; wasTried: boolean },
): ShownRemark[] {
  const isDue = ({ column }: LineRemark) =>
    activeColumn === null || (column !== activeColumn && (wasTried || line[column].trim() !== ''))
  return [
    ...reading.problems.filter(isDue).map((remark) => ({ ...remark, isProblem: true })),
    ...warnings.filter(isDue).map((remark) => ({ ...remark, isProblem: false })),
  ]
}

/** On a phone the row below a line closes its card. */
const endOfCard = 'max-sm:mb-3 max-sm:block max-sm:rounded-b-8 max-sm:border max-sm:border-t-0 max-sm:border-line'

/** The words below a row; each leads to its cell. */
export function RowRemarks({
  id,
  lineId,
  remarks,
}: {
  id: string | undefined
  lineId: IntakeLineId
  remarks: readonly ShownRemark[]
}) {
  if (remarks.length === 0)
    return (
      <tr className={classList('hidden max-sm:h-2', endOfCard)} />
    )
  return (
    <tr className={endOfCard}>
      <td
        colSpan={lineColumns.length + 2}
        className="border-b border-line-faint px-2 py-1 max-sm:block max-sm:border-0"
      >
        <ul id={id} className="flex flex-wrap gap-x-5 gap-y-0.5 pl-7 max-sm:pl-0">
          {remarks.map((remark) => (
            <li
              key={`${remark.column} ${remark.message}`}
              className={classList(
                'flex items-start gap-1 text-[0.8125rem] leading-150',
                remark.isProblem ? 'text-red-900' : 'text-yellow-1100',
              )}
            >
              <Icon name={remark.isProblem ? 'error' : 'warning'} className="mt-[0.15em]" />
              <button
                type="button"
                tabIndex={-1}
                className="cursor-pointer text-left underline-offset-4 hover:underline"
                onClick={() => focusInput(cellId(lineId, remark.column))}
              >
                <span className="sr-only">{remark.isProblem ? 'エラー：' : '注意：'}</span>
                {lineColumnNames[remark.column]}：{remark.message}
              </button>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}
