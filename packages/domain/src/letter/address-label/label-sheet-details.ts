import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { labelSheetIdSchema } from '../../id-schemas.ts'

/** A4 in millimetres. */
export const a4Mm = { width: 210, height: 297 } as const

/** A length in millimetres as it is typed, full-width digits too; kept to a hundredth. */
function typedMm({ least, most, what }: { least: number; most: number; what: string }) {
  const refusal = `${what}は${least}〜${most}mmの数で入力してください。例：${Math.max(least, 10)}`
  return z
    .union([z.number(), z.string().trim().min(1, refusal).transform((text) => Number(text.normalize('NFKC').replace(/[−‐–―]/, '-').replace(/mm$/i, '')))])
    .pipe(z.number(refusal).min(least, refusal).max(most, refusal))
    .transform((mm) => Math.round(mm * 1_000) / 1_000)
}

const howMany = (what: string, most: number) => z.coerce.number(`${what}は整数で入力してください。`).int(`${what}は整数で入力してください。`).min(1, `${what}は1〜${most}で入力してください。`).max(most, `${what}は1〜${most}で入力してください。`)

/** What printing places by a hair's breadth beyond the sheet does no harm. */
const toleranceMm = 0.05

/** ラベル用紙: an A4 sheet of labels as the council measures it, in millimetres. */
export const labelSheetDetailsSchema = z
  .object({
    code: groundCodeSchema,
    name: groundNameSchema,
    across: howMany('横の枚数', 8),
    down: howMany('縦の枚数', 25),
    labelWidthMm: typedMm({ least: 20, most: 210, what: 'ラベルの幅' }),
    labelHeightMm: typedMm({ least: 10, most: 297, what: 'ラベルの高さ' }),
    /** From the sheet's edge to the first label. */
    leftMm: typedMm({ least: 0, most: 100, what: '左の余白' }),
    topMm: typedMm({ least: 0, most: 100, what: '上の余白' }),
    /** Between two labels. */
    columnGapMm: typedMm({ least: 0, most: 50, what: '横の間隔' }),
    rowGapMm: typedMm({ least: 0, most: 50, what: '縦の間隔' }),
    /** How far everything is printed to the right and down, for a printer that is off; negative the other way. */
    shiftRightMm: typedMm({ least: -20, most: 20, what: '右へのずらし' }),
    shiftDownMm: typedMm({ least: -20, most: 20, what: '下へのずらし' }),
  })
  .superRefine((sheet, context) => {
    const width = sheet.leftMm + sheet.across * sheet.labelWidthMm + (sheet.across - 1) * sheet.columnGapMm
    const height = sheet.topMm + sheet.down * sheet.labelHeightMm + (sheet.down - 1) * sheet.rowGapMm
    const beyond = (mm: number, most: number) => `${Math.round(mm * 10) / 10}mmになり、A4（${most}mm）からはみ出します。寸法を測り直してください。`
    if (width > a4Mm.width + toleranceMm) context.addIssue({ code: 'custom', path: ['labelWidthMm'], message: `左の余白とラベルの幅・間隔の合計が${beyond(width, a4Mm.width)}` })
    if (height > a4Mm.height + toleranceMm) context.addIssue({ code: 'custom', path: ['labelHeightMm'], message: `上の余白とラベルの高さ・間隔の合計が${beyond(height, a4Mm.height)}` })
  })
export type LabelSheetDetails = z.output<typeof labelSheetDetailsSchema>

/** `id` is null for a new sheet. */
export const saveLabelSheetSchema = z.object({
  id: labelSheetIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: labelSheetDetailsSchema,
})
