import type { AppRouter } from '@sasaeai/api'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { changeOfRate, changeOfSuggestedAmount, formatSuggestedAmount } from '@sasaeai/domain/membership-dues/terms/compare-terms'
import { formatDuesMonths } from '@sasaeai/domain/membership-dues/terms/dues-months'
import { duesPayerNames } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import { formatBasisPoints } from '@sasaeai/domain/money/basis-points'
import type { Column } from '@sasaeai/ui/data-table'
import { HelpTip } from '@sasaeai/ui/help-tip'
import type { inferRouterOutputs } from '@trpc/server'
import { DuesTermsActs } from './dues-terms-acts.tsx'

export type DuesKindRow = inferRouterOutputs<AppRouter>['membershipDues']['terms']['list']['kinds'][number]

interface TermsColumnsProps {
  readonly year: FiscalYear
  readonly kinds: readonly DuesKindRow[]
  readonly mayManage: boolean
  readonly onEdit: (kind: DuesKindRow) => void
}

const amountHelp = (
  <HelpTip term="目安">お願いするときの額です。会費は任意なので、これより少なくても多くても受け付けます。</HelpTip>
)

const rateHelp = (
  <HelpTip term="還元率">納められた会費のうち、地区社協や自治会に戻す割合です。地域別の率があれば、そちらが優先します。</HelpTip>
)

/** Few councils have any dues that are deductible: the column is there only where one of them is. */
const deductible: Column<DuesKindRow> = {
  id: 'deductible',
  header: '税の控除',
  cell: ({ terms }) => (terms?.isDeductible === true ? '対象' : '—'),
}

/** What the year asks of a kind, between its name and its acts. */
export function termsColumns({ year, kinds, mayManage, onEdit }: TermsColumnsProps): Column<DuesKindRow>[] {
  const acts: Column<DuesKindRow> = {
    id: 'terms',
    header: '年度の条件',
    isActs: true,
    cell: (kind) => <DuesTermsActs kind={kind} year={year} onEdit={() => onEdit(kind)} />,
  }
  return [
    { id: 'amount', header: '目安', align: 'end', help: amountHelp, cell: amountOf },
    { id: 'payer', header: '納める人・納入月', cell: payerOf },
    { id: 'rate', header: '還元率', align: 'end', help: rateHelp, cell: rateOf },
    ...(kinds.some(({ terms }) => terms?.isDeductible) ? [deductible] : []),
    ...(mayManage ? [acts] : []),
  ]
}

function amountOf({ terms, lastYear }: DuesKindRow) {
  if (terms === null) return '—'
  return <WithNote value={formatSuggestedAmount(terms)} note={changeOfSuggestedAmount(terms, lastYear)} />
}

function payerOf({ terms }: DuesKindRow) {
  if (terms === null) return '—'
  return <WithNote value={duesPayerNames[terms.payer]} note={formatDuesMonths(terms)} />
}

function rateOf({ terms, lastYear }: DuesKindRow) {
  if (terms === null) return '—'
  const note = changeOfRate(terms.shareBackBasisPoints, lastYear?.shareBackBasisPoints ?? null)
  return <WithNote value={formatBasisPoints(terms.shareBackBasisPoints)} note={note} />
}

function WithNote({ value, note }: { value: string; note: string | null }) {
  return (
    <>
      <span className="whitespace-nowrap">{value}</span>
      {note !== null && <span className="block text-[0.8125rem] whitespace-nowrap text-ink-sub">{note}</span>}
    </>
  )
}
