import { z } from 'zod'
import { supporterImportIdSchema } from '../../id-schemas.ts'
import { supporterColumns } from './supporter-import-columns.ts'
import { importChoices, importStatuses } from './supporter-import-status.ts'

/** The largest file that is read, in bytes; a register of 20,000 lines takes less than half of it. PostgreSQL refuses more as well. */
const largestImportBytes = 5_500_000

/** A register longer than this is handed in in several files. */
export const mostImportLines = 20_000

export const startImportSchema = z.object({
  fileName: z.string().trim().min(1, 'ファイル名がありません。').max(200, 'ファイル名は200文字以内にしてください。'),
  /** The bytes of the file in Base64. */
  file: z.base64().max(Math.ceil(largestImportBytes / 3) * 4, 'ファイルが大きすぎます。5MBまでのファイルに分けてください。'),
})
export type StartImportInput = z.output<typeof startImportSchema>

export const seenImportSchema = z.object({ importId: supporterImportIdSchema })

/** What each column means, place by place; null for what is not taken in. */
export const mapImportSchema = seenImportSchema.extend({ columns: z.array(z.enum(supporterColumns).nullable()).max(200) })
export type MapImportInput = z.output<typeof mapImportSchema>

/** The lines of one status, or all of them (`status` null). */
export const wholeImportSchema = seenImportSchema.extend({ status: z.enum(importStatuses).nullable() })
export type WholeImportInput = z.output<typeof wholeImportSchema>

export const importLinesSchema = wholeImportSchema.extend({
  /** The last line of the page before; null for the first page. */
  cursor: z.int().min(0).nullable().default(null),
})
export type ImportLinesInput = z.output<typeof importLinesSchema>

/** What to do with one line, or with all lines of a status (`lineNumber` null) that are not taken in yet. */
export const chooseImportSchema = seenImportSchema.extend({
  lineNumber: z.int().positive().nullable(),
  status: z.enum(importStatuses),
  choice: z.enum(importChoices),
})
export type ChooseImportInput = z.output<typeof chooseImportSchema>
