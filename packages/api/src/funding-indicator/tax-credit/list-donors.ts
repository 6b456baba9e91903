import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { DonorListInput } from '@sasaeai/domain/funding-indicator/tax-credit/donor-list-input'
import type { SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import type { YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { donorYears } from './donor-years-sql.ts'

/** A line of 寄附者名簿: the name or 名称, the address, and what was given in the fiscal year. */
export interface ListedDonor {
  readonly supporterId: SupporterId
  readonly number: number
  readonly name: string
  readonly postalCode: string
  /** Empty for those who are not counted. */
  readonly address: string
  readonly fiscalYear: FiscalYear
  readonly amountYen: Yen
  readonly gifts: number
}

export interface DonorPage {
  readonly rows: readonly ListedDonor[]
  /** Where the next page goes on; null on the last one. */
  readonly next: DonorListInput['cursor']
}

export type DonorsAsked = Omit<DonorListInput, 'postedUntil'> & { readonly at?: ReportMoment }

/** The donors behind a count of the 税額控除 test, those who gave most first. */
export async function listDonors({ db }: Pick<Deps, 'db'>, { fiscalYear, listing, cursor, limit, at = ofNow }: DonorsAsked): Promise<DonorPage> {
  const values = [fiscalYear, fiscalYear, listing === 'counted', cursor?.amountYen ?? null, cursor?.supporterId ?? null, limit + 1]
  const { rows } = await readAt(db, at, (books, since) => books.query<ListedDonor>(donorsSql(since), values))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const goesOn = rows.length > shown.length && last !== undefined
  return { rows: shown, next: goesOn ? { amountYen: last.amountYen, supporterId: last.supporterId } : null }
}

const donorsSql = (since: readonly YearSince[]) => `WITH ${donorYears(since)}
  SELECT s.id AS "supporterId", s.number, s.name, s.postal_code AS "postalCode", s.address, d.fiscal_year AS "fiscalYear", d.amount_yen AS "amountYen", d.gifts
    FROM donor_year d JOIN supporter s ON s.id = d.payer_id AND s.kind <> 'anonymous' AND (s.address <> '') = $3
    WHERE $4::bigint IS NULL OR (d.amount_yen, d.payer_id) < ($4::bigint, $5::uuid)
    ORDER BY d.amount_yen DESC, d.payer_id DESC LIMIT $6`
