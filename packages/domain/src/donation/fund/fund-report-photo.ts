import { z } from 'zod'
import { fundReportIdSchema } from '../../id-schemas.ts'

/** 5 MiB; PostgreSQL refuses more as well. */
export const largestPhotoBytes = 5_242_880

/** A photo for a report, and what it shows in words for those who do not see it. */
export const setReportPhotoSchema = z.object({
  reportId: fundReportIdSchema,
  /** The bytes in Base64. */
  file: z.base64().max(Math.ceil(largestPhotoBytes / 3) * 4, '写真が大きすぎます。5MBまでの写真にしてください。'),
  altText: z.string().trim().min(1, '写真の説明を入力してください。例：公民館で食事を囲む子どもたち').max(200, '写真の説明は200文字以内で入力してください。'),
})
export type SetReportPhotoInput = z.output<typeof setReportPhotoSchema>

export const reportOfPhotoSchema = z.object({ reportId: fundReportIdSchema })
