import type { LabelSheetDetails } from './label-sheet-details.ts'

export type LabelSheetMeasures = Omit<LabelSheetDetails, 'code' | 'name'>

/** Where a label lies on its A4, in millimetres from the sheet's upper left corner. */
export interface LabelPlace {
  readonly leftMm: number
  readonly topMm: number
}

export function labelsOnSheet({ across, down }: Pick<LabelSheetMeasures, 'across' | 'down'>): number {
  return across * down
}

/** The places of a sheet's labels, row by row from the upper left, with the printer's shift in them. */
export function labelPlaces(sheet: LabelSheetMeasures): LabelPlace[] {
  return Array.from({ length: labelsOnSheet(sheet) }, (_, index) => ({
    leftMm: sheet.leftMm + sheet.shiftRightMm + (index % sheet.across) * (sheet.labelWidthMm + sheet.columnGapMm),
    topMm: sheet.topMm + sheet.shiftDownMm + Math.floor(index / sheet.across) * (sheet.labelHeightMm + sheet.rowGapMm),
  }))
}

/** Sheets that so many labels take, when the first one begins at the n-th label (from 1). */
export function sheetsFor(sheet: LabelSheetMeasures, { labels, startAt }: { labels: number; startAt: number }): number {
  return labels === 0 ? 0 : Math.ceil((startAt - 1 + labels) / labelsOnSheet(sheet))
}
