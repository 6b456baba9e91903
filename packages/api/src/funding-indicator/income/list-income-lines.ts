import type { Db } from '@sasaeai/db/database'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { IncomeLineDetails } from '@sasaeai/domain/funding-indicator/income/income-line-details'
import { id, type IncomeLineId } from '@sasaeai/domain/ids'

export interface IncomeLineRow extends IncomeLineDetails {
  readonly id: IncomeLineId
  readonly revision: number
  readonly closedOn: LocalDate | null
  readonly sourceNames: readonly string[]
}

/** Every 収入の区分, closed ones included, in the order in which they are printed. */
export async function listIncomeLines({ prisma }: Pick<Db, 'prisma'>): Promise<IncomeLineRow[]> {
  const lines = await prisma.incomeLine.findMany({
    orderBy: [{ displayOrder: 'asc' }, { code: 'asc' }],
    include: { sources: { select: { fundingSource: { select: { id: true, name: true } } }, orderBy: { fundingSource: { code: 'asc' } } } },
  })
  return lines.map(({ sources, ...line }) => ({
    ...line,
    id: id(line.id),
    closedOn: fromNullableDateColumn(line.closedOn),
    sourceIds: sources.map(({ fundingSource }) => id(fundingSource.id)),
    sourceNames: sources.map(({ fundingSource }) => fundingSource.name),
  }))
}
