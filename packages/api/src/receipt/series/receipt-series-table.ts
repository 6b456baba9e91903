import type { Db } from '@sasaeai/db/database'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { violatedConstraint } from '@sasaeai/db/refusals'
import { sqlStateOf } from '@sasaeai/db/sql-state'
import { id } from '@sasaeai/domain/ids'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { ReceiptSeriesDetails } from '@sasaeai/domain/receipt/receipt-series-details'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'

const columns = { code: true, name: true, subject: true, pattern: true, digits: true, layout: true, note: true, printsSeal: true, revision: true } as const

/** 領収書の系列. */
export const receiptSeriesTable: GroundTable<ReceiptSeriesDetails, 'receipt_pattern_taken' | 'receipt_series_in_use'> = {
  subjectKind: 'receipt_series',
  read: async (tx, seriesId) => groundRowOf(await tx.receiptSeries.findUnique({ where: { id: seriesId }, select: columns })),
  insert: (tx, seriesId, series) => tx.receiptSeries.create({ data: { id: seriesId, ...series } }),
  update: (tx, seriesId, series) => tx.receiptSeries.update({ where: { id: seriesId }, data: series }),
  setClosedOn: (tx, seriesId, closedOn) => tx.receiptSeries.update({ where: { id: seriesId }, data: { closedOn } }),
  remove: (tx, seriesId) => tx.receiptSeries.delete({ where: { id: seriesId } }),
  refusalOf(error) {
    if (sqlStateOf(error) === 'SA001') return fail('receipt_series_in_use', { field: 'subject' })
    return violatedConstraint(error) === 'receipt_series_pattern_key' ? fail('receipt_pattern_taken', { field: 'pattern' }) : null
  },
}

/** Every series, closed ones included, in the order of their codes. */
export async function listReceiptSeries({ prisma }: Db) {
  const series = await prisma.receiptSeries.findMany({ orderBy: { code: 'asc' } })
  return series.map((each) => ({ ...each, id: id<'ReceiptSeriesId'>(each.id), closedOn: fromNullableDateColumn(each.closedOn) }))
}
