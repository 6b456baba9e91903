import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { formatTenthsOfDonors } from '@sasaeai/domain/funding-indicator/tax-credit/tax-credit-tables'
import type { TaxCreditTest } from '@sasaeai/domain/funding-indicator/tax-credit/tax-credit-test'
import type { PostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, type Yen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { AppLink } from '../../../app/app-link.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'

type Year = TaxCreditTest['years'][number]

interface TaxCreditYearsProps {
  readonly test: TaxCreditTest
  readonly caption: string
  readonly postedUntil: PostingMoment | undefined
}

/** The years of a period; each count opens its 寄附者名簿. */
export function TaxCreditYears({ test, caption, postedUntil }: TaxCreditYearsProps) {
  const mayOpen = useMayDo('donation.read')
  return <DataTable caption={caption} columns={columnsOf({ mayOpen, postedUntil })} rows={test.years} rowKey={({ fiscalYear }) => String(fiscalYear)} phone="cards" />
}

function columnsOf(opening: Pick<CountProps, 'mayOpen' | 'postedUntil'>): Column<Year>[] {
  return [
    { id: 'year', header: '年度', isRowHeader: true, cell: ({ fiscalYear, hasBooks }) => (
      <>
        {formatFiscalYear(fiscalYear)}
        {!hasBooks && <span className="block text-[0.8125rem] font-normal text-ink-sub">帳簿なし</span>}
      </>
    ) },
    { id: 'donors', header: '寄附者（3,000円\u200B以上）', align: 'end', cell: (year) => <Count year={year} count={year.donors} listing="counted" name="3,000円以上の寄附者" {...opening} /> },
    { id: 'donorsYen', header: 'その寄附（円）', align: 'end', cell: ({ donorsYen, hasBooks }) => (hasBooks ? formatYen(donorsYen) : '—') },
    { id: 'counted', header: '判定上の\u200B人数', align: 'end', cell: ({ countedTenths, hasBooks }) => (hasBooks ? `${formatTenthsOfDonors(countedTenths)}人` : '—') },
    { id: 'withoutAddress', header: '住所なし（数えない人）', align: 'end', cell: (year) => <Count year={year} count={year.withoutAddress} listing="without_address" name="住所がないため数えていない人" {...opening} /> },
    { id: 'gifts', header: '寄附の全部（円）', align: 'end', cell: ({ giftsYen, hasBooks }) => (hasBooks ? formatYen(giftsYen) : '—') },
    { id: 'cost', header: '費用（円）', align: 'end', cell: ({ costYen, fiscalYear }) => <Entered amountYen={costYen} fiscalYear={fiscalYear} name="費用" /> },
    { id: 'income', header: '収入（円）', align: 'end', cell: ({ incomeYen, fiscalYear }) => <Entered amountYen={incomeYen} fiscalYear={fiscalYear} name="収入" /> },
  ]
}

interface CountProps {
  readonly year: Year
  readonly count: number
  readonly listing: 'counted' | 'without_address'
  readonly name: string
  readonly mayOpen: boolean
  readonly postedUntil: PostingMoment | undefined
}

function Count({ year: { fiscalYear, hasBooks }, count, listing, name, mayOpen, postedUntil }: CountProps) {
  if (!hasBooks) return '—'
  const words = `${groupDigits(count)}人`
  if (!mayOpen || count === 0) return words
  return (
    <AppLink to="/tax-credit/donors" search={{ year: fiscalYear, listing, postedUntil }} aria-label={`${formatFiscalYear(fiscalYear)} ${name} ${words}の名簿`}>
      {words}
    </AppLink>
  )
}

/** An amount, or where to enter it. */
function Entered({ amountYen, fiscalYear, name }: { amountYen: Yen | null; fiscalYear: Year['fiscalYear']; name: string }) {
  if (amountYen !== null) return formatYen(amountYen)
  return (
    <AppLink to="/income/$year" params={{ year: String(fiscalYear) }} aria-label={`未入力（${formatFiscalYear(fiscalYear)}の${name}を入力する）`}>
      未入力
    </AppLink>
  )
}
