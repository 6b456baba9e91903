import { duesFigureFilter } from '@sasaeai/domain/membership-dues/progress/dues-figure-filter'
import { sumOfDues } from '@sasaeai/domain/membership-dues/progress/dues-progress'
import { duesStatusNames } from '@sasaeai/domain/membership-dues/progress/dues-status'
import { memberCounter } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { addYen, formatYenDelta, negateYen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { FigureLink } from '../../funding-indicator/figure-link.tsx'
import type { DuesOfArea } from './dues-of-area-page.tsx'
import { duesStatusTones } from './progress-columns.tsx'

type AreaKind = DuesOfArea['kinds'][number]

/** Kind by kind: what was asked, what came in, and last year to the same day. */
export function AreaKinds({ dues }: { dues: DuesOfArea }) {
  return (
    <section aria-labelledby="area-kinds">
      <h2 id="area-kinds" className="mb-2 text-[1.125rem] font-bold">
        お願いと納入
      </h2>
      <DataTable
        caption="会員種別ごとのお願いと納入"
        columns={columnsOf(dues)}
        rows={dues.kinds}
        rowKey={({ duesKindId }) => duesKindId}
        phone="scroll"
        empty={<EmptyState title="この年度のお願いも納入もまだありません" />}
      />
      {dues.asked.map(({ duesKindId, slipNumber, adjustmentReason }) =>
        adjustmentReason === '' ? null : (
          <p key={`${duesKindId}/${slipNumber}`} className="mt-2 text-[0.875rem] text-ink-sub">
            お願いの調整（納入番号 {slipNumber ?? '—'}）：{adjustmentReason}
          </p>
        ),
      )}
    </section>
  )
}

function columnsOf(dues: DuesOfArea): Column<AreaKind>[] {
  const whole = sumOfDues(dues.kinds)
  const opened = (side: 'this' | 'last', kind?: AreaKind) =>
    duesFigureFilter({ cut: dues.cut, side, duesKindId: kind?.duesKindId }, { part: 'area', areaId: dues.area.areaId }) ?? {}
  return [
    { id: 'kind', header: '会員種別', isRowHeader: true, cell: ({ name }) => name, footer: '計' },
    {
      id: 'status',
      header: '状況',
      cell: ({ status }) => <StatusChip tone={duesStatusTones[status]}>{duesStatusNames[status]}</StatusChip>,
    },
    {
      id: 'received',
      header: '納入額（円）',
      align: 'end',
      cell: (kind) => (
        <FigureLink amountYen={kind.receivedYen} filter={opened('this', kind)} label={`${kind.name} 今年度`} />
      ),
      footer: <FigureLink amountYen={whole.receivedYen} filter={opened('this')} label="計 今年度" />,
    },
    {
      id: 'expected',
      header: '目安額（円）',
      align: 'end',
      cell: ({ expectedYen, status }) => (status === 'unasked' ? '—' : formatYenDelta(expectedYen)),
      footer: formatYenDelta(whole.expectedYen),
    },
    {
      id: 'last',
      header: '去年同日（円）',
      align: 'end',
      cell: (kind) => <FigureLink amountYen={kind.lastYen} filter={opened('last', kind)} label={`${kind.name} 去年同日`} />,
      footer: <FigureLink amountYen={whole.lastYen} filter={opened('last')} label="計 去年同日" />,
    },
    {
      id: 'change',
      header: '増減（円）',
      align: 'end',
      cell: ({ receivedYen, lastYen }) => formatYenDelta(addYen(receivedYen, negateYen(lastYen))),
      footer: formatYenDelta(addYen(whole.receivedYen, negateYen(whole.lastYen))),
    },
    { id: 'asked', header: 'お願い', align: 'end', cell: askedOf },
    { id: 'paid', header: '納入', align: 'end', cell: paidOf },
  ]
}

function askedOf({ askedHouseholds, askedMembers, askedUnits, payer }: AreaKind): string {
  return counted([
    [askedHouseholds, '世帯'],
    [askedMembers, counterOf(payer)],
    [askedUnits, '口'],
  ])
}

function paidOf({ paidHouseholds, paidMembers, payer }: AreaKind): string {
  return counted([
    [paidHouseholds, '世帯'],
    [paidMembers, counterOf(payer)],
  ])
}

/** Members of a 世帯 kind who were asked by name stand beside its 世帯, and are not counted as such once more. */
function counterOf(payer: AreaKind['payer']): string {
  return payer === 'household' ? '会員' : memberCounter(payer)
}

function counted(parts: readonly (readonly [count: number, unit: string])[]): string {
  const words = parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${groupDigits(count)}${unit}`]))
  return words.length === 0 ? '—' : words.join('・')
}
