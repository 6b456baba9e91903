import { householdBasisNames } from '@sasaeai/domain/area/household-basis'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { momentOf } from '@sasaeai/domain/ledger/posting-moment'
import { formatRatio } from '@sasaeai/domain/money/ratio'
import { formatYenDelta, sumYen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { FigureLink } from '../../funding-indicator/figure-link.tsx'
import type { DuesOfArea } from './dues-of-area-page.tsx'

type Year = DuesOfArea['years'][number]

/** Up to five years of the area, each to its end, late slips included. */
export function AreaYears({ dues }: { dues: DuesOfArea }) {
  const { area, cut, kinds, years } = dues
  const shown = kinds.filter(({ duesKindId }) => years.some((year) => yenOf(year, duesKindId) !== 0))
  const columns: Column<Year>[] = [
    { id: 'year', header: '年度', isRowHeader: true, cell: ({ fiscalYear }) => formatFiscalYear(fiscalYear) },
    {
      id: 'all',
      header: '納入額（円）',
      align: 'end',
      cell: (year) => (
        <FigureLink
          amountYen={sumYen(year.kinds.map(({ receivedYen }) => receivedYen))}
          filter={{ duesYear: year.fiscalYear, areaId: area.areaId, duesRoute: 'area', ...momentOf(cut) }}
          label={formatFiscalYear(year.fiscalYear)}
        />
      ),
    },
    ...shown.map(
      ({ duesKindId, name }): Column<Year> => ({
        id: duesKindId,
        header: `${name}（円）`,
        align: 'end',
        isWideOnly: true,
        cell: (year) => formatYenDelta(yenOf(year, duesKindId)),
      }),
    ),
    {
      id: 'households',
      header: '世帯数',
      align: 'end',
      cell: ({ households }) => (households === null ? '—' : groupDigits(households.households)),
    },
    { id: 'rate', header: '加入率', align: 'end', cell: (year) => rateOf(year, dues) },
  ]
  const [newest] = years.flatMap(({ households }) => (households === null ? [] : [households]))
  return (
    <section aria-labelledby="area-years">
      <h2 id="area-years" className="mb-2 text-[1.125rem] font-bold">
        5年間の会費
      </h2>
      <DataTable caption="5年間の会費" columns={columns} rows={years} rowKey={({ fiscalYear }) => String(fiscalYear)} />
      <p className="mt-2 text-[0.8125rem] text-ink-sub">
        年度の会費は、3月を過ぎて届いた分も含めた全額です。
        {newest === undefined
          ? '世帯数が登録されていないため、加入率は計算できません。'
          : `加入率は納入した世帯を${householdBasisNames[newest.basis]}（直近は${formatLocalDateShort(newest.asOf)}現在）で割ったものです。`}
      </p>
    </section>
  )
}

function yenOf({ kinds }: Year, duesKindId: DuesOfArea['kinds'][number]['duesKindId']) {
  return sumYen(kinds.flatMap((kind) => (kind.duesKindId === duesKindId ? [kind.receivedYen] : [])))
}

/** Paying households of the one kind that households pay. */
function rateOf({ kinds, households }: Year, { householdKindId }: DuesOfArea): string {
  const paid = kinds.find(({ duesKindId }) => duesKindId === householdKindId)
  return formatRatio(paid?.count ?? 0, households?.households)
}
