import type { LocalDate } from '../../calendar/local-date.ts'
import { dateRefusalMessage, parseDate } from '../../calendar/parse-date.ts'
import type { DuesMaterialDetails } from './dues-material-input.ts'

/** The cells of a row of 資材, in the order in which they stand. */
export const materialCells = [
  'envelopesIssued',
  'envelopesReturned',
  'slipsIssued',
  'slipsReturned',
  'issuedOn',
  'returnedOn',
  'note',
] as const
export type MaterialCell = (typeof materialCells)[number]

export const materialCellNames: Record<MaterialCell, string> = {
  envelopesIssued: '封筒 渡した',
  envelopesReturned: '封筒 戻った',
  slipsIssued: '納入票 渡した',
  slipsReturned: '納入票 戻った',
  issuedOn: '渡した日',
  returnedOn: '戻った日',
  note: '備考',
}

/** What stands in the cells of a row, as typed. */
export type TypedMaterial = Readonly<Record<MaterialCell, string>>

export type MaterialReading =
  | { readonly ok: true; readonly details: DuesMaterialDetails }
  | { readonly ok: false; readonly cell: MaterialCell; readonly message: string }

/** Reads a row as it was typed: an empty count is 0, an empty day is none. The first cell that cannot be read is named. */
export function readTypedMaterial(typed: TypedMaterial, context: Parameters<typeof parseDate>[1]): MaterialReading {
  const counts = { envelopesIssued: 0, envelopesReturned: 0, slipsIssued: 0, slipsReturned: 0 }
  for (const cell of ['envelopesIssued', 'envelopesReturned', 'slipsIssued', 'slipsReturned'] as const) {
    const count = countIn(typed[cell])
    if (count === null) return { ok: false, cell, message: '枚数は整数で入力してください。例：105' }
    counts[cell] = count
  }
  const days: { issuedOn: LocalDate | null; returnedOn: LocalDate | null } = { issuedOn: null, returnedOn: null }
  for (const cell of ['issuedOn', 'returnedOn'] as const) {
    if (typed[cell].trim() === '') continue
    const day = parseDate(typed[cell], context)
    if (!day.ok) return { ok: false, cell, message: dateRefusalMessage(day.reason) }
    days[cell] = day.date
  }
  return { ok: true, details: { ...counts, ...days, note: typed.note.trim() } }
}

/** Null where it is no whole number of up to six digits. */
function countIn(text: string): number | null {
  const digits = text.normalize('NFKC').replaceAll(',', '').replace(/枚$/, '').trim()
  if (digits === '') return 0
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null
}
