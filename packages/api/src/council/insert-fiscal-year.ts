import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { fiscalMonths, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'

/** Opens a fiscal year with its twelve months, all of them open for entries. Refused by the database if it exists. */
export async function insertFiscalYear(tx: Tx, { year, openedAt }: { year: FiscalYear; openedAt: Date }): Promise<void> {
  await tx.fiscalYear.create({ data: { year, openedAt } })
  await tx.fiscalPeriod.createMany({
    data: fiscalMonths(year).map((month) => ({ fiscalYear: year, firstDay: toDateColumn(month.firstDay) })),
  })
}
