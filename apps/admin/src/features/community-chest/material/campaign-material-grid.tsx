import { type CampaignMaterialCell, campaignMaterialCellNames, campaignMaterialCells } from '@sasaeai/domain/community-chest/material/typed-campaign-material'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { classList } from '@sasaeai/ui/class-list'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { OverflowFrame } from '@sasaeai/ui/overflow-frame'
import { stickyCorner, stickyHeading, stickyName } from '@sasaeai/ui/overflow-frame-style'
import { memo } from 'react'
import { moveByKeys } from '../../../app/move-by-keys.ts'
import type { CampaignMaterialDraft, CampaignMaterialRow } from './use-campaign-material-draft.ts'

interface CampaignMaterialGridProps {
  readonly rows: readonly CampaignMaterialRow[]
  readonly draft: CampaignMaterialDraft
  readonly mayWrite: boolean
}

const headStyle = classList('border-b border-solid-gray-420 bg-white px-2 py-2 text-left align-bottom text-[0.8125rem] text-ink-sub', stickyHeading)

/** A table of live inputs: Enter and the arrows go up and down a column, as the paper lies. */
export function CampaignMaterialGrid({ rows, draft, mayWrite }: CampaignMaterialGridProps) {
  if (rows.length === 0) return <EmptyState title="当てはまる地域はありません" />
  return (
    <OverflowFrame name="募金の資材の一覧">
      <table className="w-full border-separate border-spacing-0 text-(length:--text-cell)">
        <caption className="sr-only">募金の資材の一覧</caption>
        <thead>
          <tr>
            <th scope="col" className={classList(headStyle, stickyCorner)}>地域</th>
            <th scope="col" className={classList(headStyle, 'text-right! whitespace-nowrap')}>世帯</th>
            {campaignMaterialCells.map((cell) => (
              <th key={cell} scope="col" className={classList(headStyle, 'whitespace-pre')}>
                {campaignMaterialCellNames[cell].replace(' ', '\n')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <MaterialLine key={`${row.areaId}/${revisionsOf(row)}`} {...{ row, place, mayWrite }} cell={draft.cell} type={draft.type} />
          ))}
        </tbody>
      </table>
    </OverflowFrame>
  )
}

/** A row that was saved begins anew with what is recorded. */
function revisionsOf({ materials: { feather, envelope, poster } }: CampaignMaterialRow): string {
  return [feather, envelope, poster].map((each) => each?.revision ?? 0).join('.')
}

interface MaterialLineProps extends Pick<CampaignMaterialDraft, 'cell' | 'type'> {
  readonly row: CampaignMaterialRow
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
      <td className="figures border-b border-line-faint px-2 py-1 text-right">{row.households === null ? '—' : groupDigits(row.households)}</td>
      {campaignMaterialCells.map((cell) => (
        <td key={cell} className="border-b border-line-faint px-1 py-1 print:py-0">
          {mayWrite ? (
            <input
              aria-label={`${row.name} ${campaignMaterialCellNames[cell]}`}
              data-row={place}
              data-cell={cell}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={textOf(row, cell)}
              onChange={(event) => type(row, cell, event.currentTarget.value)}
              onKeyDown={moveByKeys}
              onFocus={(event) => event.currentTarget.select()}
              className={classList('figures min-h-(--control-small) rounded-6 border border-solid-gray-420 px-2 print:min-h-0 print:border-0 print:px-0', widthOf(cell))}
            />
          ) : (
            <span className={classList('figures inline-block', widthOf(cell))}>{textOf(row, cell)}</span>
          )}
        </td>
      ))}
    </tr>
  )
})

function widthOf(cell: CampaignMaterialCell): string {
  return cell === 'issuedOn' || cell === 'returnedOn' ? 'w-26 print:w-16' : 'w-18 text-right print:w-10'
}
