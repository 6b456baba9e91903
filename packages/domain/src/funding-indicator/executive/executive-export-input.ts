import { z } from 'zod'
import { exportFormats } from '../../document/export-format.ts'
import { executivePageSchema, explanationSchema } from './executive-input.ts'
import { giverListSchema } from './retention-input.ts'

const format = z.enum(exportFormats)

export const executiveExportSchema = executivePageSchema.extend({ format })
export type ExecutiveExportInput = z.infer<typeof executiveExportSchema>

export const explanationExportSchema = explanationSchema.extend({ format })
export type ExplanationExportInput = z.infer<typeof explanationExportSchema>

export const giverExportSchema = giverListSchema.omit({ cursor: true, limit: true }).extend({ format })
export type GiverExportInput = z.infer<typeof giverExportSchema>
