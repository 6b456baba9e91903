import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { exportFormats } from '../../document/export-format.ts'
import { incomeLineIdSchema, incomeTotalIdSchema, ledgerAccountIdSchema, yearFigureIdSchema } from '../../id-schemas.ts'
import { largestTypedYen } from '../../money/parse-amount.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { incomeTotalKinds } from './income-total-kind.ts'
import { yearFigures } from './year-figure.ts'

/** As many years as a composition shows. */
export const mostIncomeYears = 10

export const incomeYearSchema = z.object({ fiscalYear: fiscalYearSchema })

const spanMessage = `年度は${mostIncomeYears}年度までの範囲で選んでください。`

function isShortSpan({ first, last }: { readonly first: number; readonly last: number }): boolean {
  return first <= last && last - first < mostIncomeYears
}

/** The years of a composition, both included, as of a moment; now, where none is told. */
export const incomeSpanSchema = z
  .object({ first: fiscalYearSchema, last: fiscalYearSchema, asOf: z.iso.datetime().optional() })
  .refine(isShortSpan, spanMessage)
export type IncomeSpan = z.output<typeof incomeSpanSchema>

export const exportIncomeSchema = z
  .object({ ...incomeSpanSchema.shape, format: z.enum(exportFormats) })
  .refine(isShortSpan, spanMessage)
export type ExportIncomeInput = z.output<typeof exportIncomeSchema>

const amountSchema = yenSchema.refine((amount) => Math.abs(amount) <= largestTypedYen, '金額が大きすぎます。').nullable()

/** What is said of an amount beside it. */
const saidSchema = z.object({
  /** Null takes back what was said before. */
  amountYen: amountSchema,
  source: z.string().trim().max(100, '出典は100文字以内で入力してください。'),
  asOf: localDateSchema.nullable(),
  note: z.string().trim().max(500, '備考は500文字以内で入力してください。'),
})

const incomeCellSchema = saidSchema.extend({
  lineId: incomeLineIdSchema,
  kind: z.enum(incomeTotalKinds),
  /** What stood in the cell when it was typed into: another one is not overwritten unseen. */
  replacesId: incomeTotalIdSchema.nullable(),
})
export type IncomeCell = z.output<typeof incomeCellSchema>

const figureCellSchema = saidSchema.extend({
  figure: z.enum(yearFigures),
  replacesId: yearFigureIdSchema.nullable(),
  amountYen: amountSchema.refine((amount) => amount === null || amount >= 0, '経費・支出は0円以上で入力してください。'),
})
export type FigureCell = z.output<typeof figureCellSchema>

/** What somebody has typed of a year: changed cells only. */
export const saveIncomeYearSchema = incomeYearSchema.extend({
  totals: z.array(incomeCellSchema).max(1_000),
  figures: z.array(figureCellSchema).max(yearFigures.length),
})
export type SaveIncomeYearInput = z.output<typeof saveIncomeYearSchema>

/** Whose history is asked for: that of a line's 予算 or 決算, or of a 基礎数値. */
export const incomeHistorySchema = incomeYearSchema.extend({
  of: z.union([
    z.object({ lineId: incomeLineIdSchema, kind: z.enum(incomeTotalKinds) }),
    z.object({ figure: z.enum(yearFigures) }),
  ]),
})
export type IncomeHistoryInput = z.output<typeof incomeHistorySchema>

export const saveFigureAccountsSchema = z.object({
  figure: z.enum(yearFigures),
  accountIds: z.array(ledgerAccountIdSchema).max(200),
})
export type SaveFigureAccountsInput = z.output<typeof saveFigureAccountsSchema>

/** The largest file that is read, in bytes: ten years of fifty lines take a fiftieth of it. */
const largestImportBytes = 3_000_000

export const incomeImportSchema = z.object({
  /** The bytes of the file in Base64. */
  file: z.base64().max(Math.ceil(largestImportBytes / 3) * 4, 'ファイルが大きすぎます。3MBまでのファイルにしてください。'),
})
export type IncomeImportInput = z.output<typeof incomeImportSchema>

export const applyIncomeImportSchema = incomeImportSchema.extend({
  /** What the preview showed: another plan is never applied in its place. */
  fingerprint: z.string(),
})
export type ApplyIncomeImportInput = z.output<typeof applyIncomeImportSchema>
