import type { Db } from '@sasaeai/db/database'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { id } from '@sasaeai/domain/ids'
import type { LabelSheetDetails } from '@sasaeai/domain/letter/address-label/label-sheet-details'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'

const columns = {
  code: true, name: true, across: true, down: true, labelWidthMm: true, labelHeightMm: true, leftMm: true, topMm: true,
  columnGapMm: true, rowGapMm: true, shiftRightMm: true, shiftDownMm: true, revision: true,
} as const

/** ラベル用紙. */
export const labelSheetTable: GroundTable<LabelSheetDetails> = {
  subjectKind: 'label_sheet',
  read: async (tx, sheetId) => groundRowOf(await tx.labelSheet.findUnique({ where: { id: sheetId }, select: columns })),
  insert: (tx, sheetId, sheet) => tx.labelSheet.create({ data: { id: sheetId, ...sheet } }),
  update: (tx, sheetId, sheet) => tx.labelSheet.update({ where: { id: sheetId }, data: sheet }),
  setClosedOn: (tx, sheetId, closedOn) => tx.labelSheet.update({ where: { id: sheetId }, data: { closedOn } }),
  remove: (tx, sheetId) => tx.labelSheet.delete({ where: { id: sheetId } }),
}

/** Every sheet, closed ones included, in the order of their codes. */
export async function listLabelSheets({ prisma }: Db) {
  const sheets = await prisma.labelSheet.findMany({ orderBy: { code: 'asc' } })
  return sheets.map((sheet) => ({ ...sheet, id: id<'LabelSheetId'>(sheet.id), closedOn: fromNullableDateColumn(sheet.closedOn) }))
}
