import { z } from 'zod'
import { supporterIdSchema } from '../../id-schemas.ts'
import { largestAttachmentBytes } from './attachment-type.ts'

/** A file to be kept with a supporter. */
export const addAttachmentSchema = z.object({
  supporterId: supporterIdSchema,
  fileName: z.string().trim().min(1, 'ファイル名がありません。').max(200, 'ファイル名は200文字以内にしてください。').regex(/^[^\p{Cc}/\\]*$/u, 'ファイル名に使えない文字があります。'),
  /** The bytes in Base64. */
  file: z.base64().max(Math.ceil(largestAttachmentBytes / 3) * 4, 'ファイルが大きすぎます。5MBまでのファイルにしてください。'),
  note: z.string().trim().max(100, '説明は100文字以内で入力してください。').default(''),
})
export type AddAttachmentInput = z.output<typeof addAttachmentSchema>
