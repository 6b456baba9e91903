import { z } from 'zod'
import { intakeLineIdSchema, ledgerAccountIdSchema } from '../id-schemas.ts'
import type { IntakeLineId } from '../ids.ts'

/** The columns of a line, in the order in which the grid and the printed 受付票 show them. */
export const lineColumns = [
  'kind',
  'method',
  'area',
  'supporter',
  'householdsAsked',
  'householdsPaid',
  'units',
  'amount',
  'note',
] as const
export type LineColumn = (typeof lineColumns)[number]

export const lineColumnNames: Record<LineColumn, string> = {
  kind: '種類',
  method: '方法',
  area: '地域',
  supporter: '支援者',
  householdsAsked: '依頼世帯',
  householdsPaid: '納入世帯・件',
  units: '口数',
  amount: '金額',
  note: '備考',
}

/** The cells above the lines that are typed as text; 入金先 is chosen from a list. */
export const headerFields = ['receivedOn', 'bearer', 'area', 'controlCount', 'controlTotal', 'note'] as const
export type HeaderField = (typeof headerFields)[number]

export const headerFieldNames: Record<HeaderField | 'cashAccountId', string> = {
  receivedOn: '受入日',
  bearer: '持参者',
  area: '地域',
  cashAccountId: '入金先',
  controlCount: '統制件数',
  controlTotal: '統制合計',
  note: '備考',
}

/** More lines than any bundle has; a larger paste is a mistake of the file, and the grid says so. */
const mostLines = 1_000

/**
 * What stands in a cell, exactly as typed, valid or not. Only what PostgreSQL cannot keep in JSON is left out: the
 * null character and halves of broken surrogate pairs, which nobody can type or see.
 */
const cellText = z
  .string()
  .max(5_000, '1つの欄に入力できるのは5000文字までです。')
  .transform((text) => text.replaceAll('\u0000', '').toWellFormed())
  .default('')

const lineSchema = z.object({
  id: intakeLineIdSchema,
  kind: cellText,
  method: cellText,
  area: cellText,
  supporter: cellText,
  householdsAsked: cellText,
  householdsPaid: cellText,
  units: cellText,
  amount: cellText,
  note: cellText,
})

const headerSchema = z.object({
  receivedOn: cellText,
  bearer: cellText,
  area: cellText,
  /** Null until chosen: then the council's usual account is meant. */
  cashAccountId: ledgerAccountIdSchema.nullable().default(null),
  controlCount: cellText,
  controlTotal: cellText,
  note: cellText,
})

/**
 * A batch while it is being typed. It takes anything that can be typed, so that an unfinished or mistaken draft is
 * kept like a finished one; what the cells mean is read by `readIntakeDraft`. Kinds, methods, areas and supporters
 * are held as the codes and numbers that people read.
 */
export const intakeDraftSchema = z.object({
  header: headerSchema.prefault({}),
  lines: z
    .array(lineSchema)
    .max(mostLines, `1つの受付に入力できるのは${mostLines}行までです。受付を分けてください。`)
    .refine((lines) => new Set(lines.map((line) => line.id)).size === lines.length, '行の識別子が重なっています。'),
})
export type IntakeDraft = z.output<typeof intakeDraftSchema>
export type IntakeDraftLine = IntakeDraft['lines'][number]
export type IntakeDraftHeader = IntakeDraft['header']

/** A line on which nothing has been typed yet, but what it carries on from the line before. */
export function emptyLine(
  id: IntakeLineId,
  carried: Partial<Pick<IntakeDraftLine, 'kind' | 'method'>> = {},
): IntakeDraftLine {
  return {
    id,
    kind: '',
    method: '',
    area: '',
    supporter: '',
    householdsAsked: '',
    householdsPaid: '',
    units: '',
    amount: '',
    note: '',
    ...carried,
  }
}

/** Whether nothing but the carried kind and method stands on a line: such a line is no slip and is not counted. */
export function isBlankLine(line: IntakeDraftLine): boolean {
  return lineColumns.every((column) => column === 'kind' || column === 'method' || line[column].trim() === '')
}

/** Whether two drafts say the same, cell by cell. */
export function isSameDraft(left: IntakeDraft, right: IntakeDraft): boolean {
  return (
    left === right || JSON.stringify(intakeDraftSchema.parse(left)) === JSON.stringify(intakeDraftSchema.parse(right))
  )
}

/** The same draft under ids of its own, so that a copy can be posted beside the original. */
export function draftWithNewIds(draft: IntakeDraft, newId: () => IntakeLineId): IntakeDraft {
  return { ...draft, lines: draft.lines.map((line) => ({ ...line, id: newId() })) }
}
