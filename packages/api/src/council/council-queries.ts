import { fromDateColumn } from '@sasaeai/db/local-date-column'
import { fiscalYear, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { CouncilDetails } from '@sasaeai/domain/council/council-details'
import { id } from '@sasaeai/domain/ids'
import type { Deps } from '../deps.ts'

interface CouncilRow extends Omit<CouncilDetails, 'defaultCashAccountId'> {
  readonly defaultCashAccountId: string | null
}

/** The details that the form edits, out of a row. */
export function councilDetailsOf(council: CouncilRow): CouncilDetails {
  const { name, nameKana, postalCode, address, phone, email, representative, requiresIntakeApproval } = council
  return {
    name,
    nameKana,
    postalCode,
    address,
    phone,
    email,
    representative,
    requiresIntakeApproval,
    defaultCashAccountId: council.defaultCashAccountId === null ? null : id(council.defaultCashAccountId),
  }
}

/** The council, or null before it has been set up. */
export async function readCouncil({ db }: Deps): Promise<(CouncilDetails & { readonly isDemo: boolean }) | null> {
  const council = await db.prisma.council.findFirst()
  return council === null ? null : { ...councilDetailsOf(council), isDemo: council.isDemo }
}

export interface FiscalYearRow {
  readonly year: FiscalYear
  readonly months: readonly FiscalMonthRow[]
}

export interface FiscalMonthRow {
  readonly firstDay: LocalDate
  /** The instant of closing in ISO form, null while the month takes entries. */
  readonly closedAt: string | null
  readonly closedByName: string | null
  /** Batches of the month that are not posted yet: closing leaves them outside. */
  readonly openBatches: number
}

/** The fiscal years that have been opened, the newest first, each with its twelve months. */
export async function listFiscalYears({ db }: Deps): Promise<FiscalYearRow[]> {
  const [years, waiting] = await Promise.all([
    db.prisma.fiscalYear.findMany({
      orderBy: { year: 'desc' },
      include: { periods: { orderBy: { firstDay: 'asc' }, include: { closedBy: { select: { name: true } } } } },
    }),
    db.pool.query<{ month: LocalDate; batches: number }>(
      `SELECT date_trunc('month', received_on)::date AS month, count(*) AS batches FROM intake_batch
       WHERE status IN ('draft', 'submitted') AND received_on IS NOT NULL GROUP BY 1`,
    ),
  ])
  const openBatches = new Map(waiting.rows.map((row) => [row.month, row.batches]))
  return years.map(({ year, periods }) => ({
    year: fiscalYear(year),
    months: periods.map((period) => ({
      firstDay: fromDateColumn(period.firstDay),
      closedAt: period.closedAt?.toISOString() ?? null,
      closedByName: period.closedBy?.name ?? null,
      openBatches: openBatches.get(fromDateColumn(period.firstDay)) ?? 0,
    })),
  }))
}
