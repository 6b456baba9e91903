import { type MaterialCell, materialCellNames, materialCells } from '@sasaeai/domain/membership-dues/material/typed-material'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { classList } from '@sasaeai/ui/class-list'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { OverflowFrame } from '@sasaeai/ui/overflow-frame'
import { stickyCorner, stickyHeading, stickyName } from '@sasaeai/ui/overflow-frame-style'
import { memo } from 'react'
import { moveByKeys } from '../../../app/move-by-keys.ts'
import type { MaterialRow } from './material-filters.tsx'
import type { MaterialDraft } from './use-material-draft.ts'

interface MaterialGridProps {
  readonly rows: readonly MaterialRow[]
  readonly draft: MaterialDraft
  readonly mayWrite: boolean
}

const widths: Record<MaterialCell, string> = {
  envelopesIssued: 'w-18 text-right print:w-10',
  envelopesReturned: 'w-18 text-right print:w-10',
  slipsIssued: 'w-18 text-right print:w-10',
  slipsReturned: 'w-18 text-right print:w-10',
  issuedOn: 'w-26 print:w-16',
  returnedOn: 'w-26 print:w-16',
  note: 'w-40 print:w-28',
}

const headStyle = classList('border-b border-solid-gray-420 bg-white px-2 py-2 text-left align-bottom text-[0.8125rem] text-ink-sub', stickyHeading)

/** A table of live inputs: Enter and the arrows go up and down a column, as the paper lies. */
export function MaterialGrid({ rows, draft, mayWrite }: MaterialGridProps) {
  if (rows.length === 0) return <EmptyState title="当てはまる地域はありません" />
  return (
    <OverflowFrame name="資材の一覧">
      <table className="w-full border-separate border-spacing-0 text-(length:--text-cell)">
        <caption className="sr-only">資材の一覧</caption>
        <thead>
          <tr>
            <th scope="col" className={classList(headStyle, stickyCorner)}>
              地域
            </th>
            <th scope="col" className={classList(headStyle, 'text-right! whitespace-nowrap')}>
              世帯
            </th>
            {materialCells.map((cell) => (
              <th key={cell} scope="col" className={classList(headStyle, 'whitespace-pre')}>
                {materialCellNames[cell].replace(' ', '\n')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <MaterialLine key={`${row.areaId}/${row.revision}`} {...{ row, place, mayWrite }} cell={draft.cell} type={draft.type} />
          ))}
        </tbody>
      </table>
    </OverflowFrame>
  )
}

interface MaterialLineProps extends Pick<MaterialDraft, 'cell' | 'type'> {
  readonly row: MaterialRow
  readonly place: number
  readonly mayWrite: boolean
}

const MaterialLine = memo(function MaterialLine({ row, place, cell: textOf, type, mayWrite }: MaterialLineProps) {
  return (
    <tr>
      <th
        scope="row"
        className={classList('border-b border-line-faint px-2 py-1 text-left font-normal max-lg:min-w-32 lg:whitespace-nowrap', stickyName)}
      >
        <span className="figures mr-1.5 text-[0.8125rem] text-ink-sub max-sm:hidden">{row.code}</span>
        {row.name}
      </th>
      <td className="figures border-b border-line-faint px-2 py-1 text-right">
        {row.households === null ? '—' : groupDigits(row.households)}
      </td>
      {materialCells.map((cell) => (
        <td key={cell} className="border-b border-line-faint px-1 py-1">
          {mayWrite ? (
            <input
              aria-label={`${row.name} ${materialCellNames[cell]}`}
              data-row={place}
              data-cell={cell}
              inputMode={cell === 'note' ? 'text' : 'numeric'}
              autoComplete="off"
              defaultValue={textOf(row, cell)}
              onChange={(event) => type(row, cell, event.currentTarget.value)}
              onKeyDown={moveByKeys}
              onFocus={(event) => event.currentTarget.select()}
              className={classList(
                'figures min-h-(--control-small) rounded-6 border border-solid-gray-420 px-2 print:border-0 print:px-0',
                widths[cell],
              )}
            />
          ) : (
            <span className={classList('figures', widths[cell])}>{textOf(row, cell)}</span>
          )}
        </td>
      ))}
    </tr>
  )
})
