import { type FiscalYear, fiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { IncomeYear } from '@sasaeai/domain/funding-indicator/income/income-years'
import { type TaxCreditTest, taxCreditTest, type TaxCreditYear, testedYears } from '@sasaeai/domain/funding-indicator/tax-credit/tax-credit-test'
import { sumYen, yen, type Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { laterPostings, type YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { readIncomeYears } from '../income/read-income-years.ts'
import { donorYears } from './donor-years-sql.ts'

export interface TaxCredit {
  /** Over the five fiscal years before the present one. */
  readonly past: TaxCreditTest
  /** Over the five that end with the present one, as far as it has come. */
  readonly preview: TaxCreditTest
}

/**
 * 税額控除対象法人の寄附の要件, as the books and what was entered of 収入 and 費用 stood at a moment. Addresses, 名寄せ and which dues
 * are deductible are those of today: nobody has kept what they once were.
 */
export async function readTaxCredit(deps: Pick<Deps, 'db' | 'now'>, at: ReportMoment = ofNow): Promise<TaxCredit> {
  const last = fiscalYearOf(localDateInTokyo(at.moment ?? deps.now()))
  const first = fiscalYear(last - testedYears)
  const [donations, income] = await Promise.all([
    readDonations(deps, { first, last, at }),
    readIncomeYears(deps, { first, last, at }),
  ])
  const years = income.years.map((year): TaxCreditYear => ({
    ...(donations.get(year.fiscalYear) ?? { hasBooks: false, donors: 0, donorsYen: yen(0), withoutAddress: 0, giftsYen: yen(0) }),
    fiscalYear: year.fiscalYear,
    costYen: year.figures.total_expense,
    incomeYen: enteredIncome(year),
  }))
  return { past: taxCreditTest(years.slice(0, testedYears)), preview: taxCreditTest(years.slice(1)) }
}

/** The ledger alone is never all of the income: 補助金 and 事業収入 are booked elsewhere, so that a year counts once they are entered. */
function enteredIncome({ amounts }: IncomeYear): Yen | null {
  return amounts.some(({ isEntered }) => isEntered) ? sumYen(amounts.map(({ settledYen }) => settledYen)) : null
}

type Donations = Pick<TaxCreditYear, 'hasBooks' | 'donors' | 'donorsYen' | 'withoutAddress' | 'giftsYen'>

interface DonationsAsked {
  readonly first: FiscalYear
  readonly last: FiscalYear
  readonly at: ReportMoment
}

async function readDonations({ db }: Pick<Deps, 'db'>, { first, last, at }: DonationsAsked): Promise<Map<FiscalYear, Donations>> {
  // Without a name: a plan for any years at all takes twice as long as one for these.
  const { rows } = await readAt(db, at, (books, since) => books.query<DonationsRow>(donationsSql(since), [first, last]))
  return new Map(rows.map(({ fiscalYear: year, ...donations }) => [year, { ...donations, hasBooks: true }]))
}

type DonationsRow = Omit<Donations, 'hasBooks'> & { readonly fiscalYear: FiscalYear }

const donationsSql = (since: readonly YearSince[]) => `WITH ${donorYears(since)},
  -- Few lack an address or a name: they are taken off, rather than everybody else looked up.
  nameless AS MATERIALIZED (SELECT id, kind = 'anonymous' AS is_anonymous FROM supporter WHERE address = '' OR kind = 'anonymous'),
  donors AS (
    SELECT d.fiscal_year, count(*) FILTER (WHERE n.id IS NULL)::int AS donors, count(*) FILTER (WHERE NOT n.is_anonymous)::int AS "withoutAddress",
        (sum(d.amount_yen) FILTER (WHERE n.id IS NULL))::bigint AS "donorsYen"
      FROM donor_year d LEFT JOIN nameless n ON n.id = d.payer_id GROUP BY d.fiscal_year),
  given AS (
    SELECT fiscal_year, sum(amount_yen)::bigint AS "giftsYen" FROM (
      SELECT t.fiscal_year, -t.amount_yen AS amount_yen FROM funding_year_total t JOIN funding_source f ON f.id = t.funding_source_id AND f.category = 'donation'
        JOIN ledger_account a ON a.id = t.account_id AND a.category = 'income' WHERE t.fiscal_year BETWEEN $1 AND $2
      ${since.length === 0 ? '' : postedLater(since)}
      UNION ALL SELECT fiscal_year, amount_yen FROM other
      -- The ledger takes a gift off in the year in which it was undone; here it never was one.
      UNION ALL SELECT u.fiscal_year, u.amount_yen FROM kept_gift k JOIN journal_entry r ON r.reverses_entry_id = k.entry_id AND r.fiscal_year <> k.fiscal_year
        CROSS JOIN LATERAL (VALUES (k.fiscal_year, -k.amount_yen), (r.fiscal_year, k.amount_yen)) u(fiscal_year, amount_yen)
        WHERE k.is_undone ${since.length === 0 ? '' : 'AND r.id NOT IN (SELECT id FROM later)'}
    ) g GROUP BY fiscal_year)
  SELECT y.year AS "fiscalYear", coalesce(d.donors, 0) AS donors, coalesce(d."withoutAddress", 0) AS "withoutAddress",
      coalesce(d."donorsYen", 0) AS "donorsYen", coalesce(g."giftsYen", 0) AS "giftsYen"
    FROM fiscal_year y LEFT JOIN donors d ON d.fiscal_year = y.year LEFT JOIN given g ON g.fiscal_year = y.year WHERE y.year BETWEEN $1 AND $2`

/** The totals hold what was posted since as well. */
const postedLater = (since: readonly YearSince[]) => `UNION ALL SELECT p.fiscal_year, p.amount_yen FROM (${laterPostings(since)}) p
        JOIN funding_source f ON f.id = p.funding_source_id AND f.category = 'donation' JOIN ledger_account a ON a.id = p.account_id AND a.category = 'income'`
