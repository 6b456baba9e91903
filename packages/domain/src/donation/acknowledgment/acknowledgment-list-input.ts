import { z } from 'zod'
import { compareLocalDate } from '../../calendar/local-date.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'

/** In which order names are printed. */
export const acknowledgmentOrders = ['kana', 'area', 'date'] as const
export type AcknowledgmentOrder = (typeof acknowledgmentOrders)[number]

export const acknowledgmentOrderNames: Record<AcknowledgmentOrder, string> = { kana: '五十音順', area: '地域順', date: '受領日順' }

export const acknowledgmentListFields = {
  from: localDateSchema,
  to: localDateSchema,
  order: z.enum(acknowledgmentOrders).default('kana'),
} as const

/** 芳名録: the gifts of these days, both included. */
export const acknowledgmentListSchema = z
  .object(acknowledgmentListFields)
  .refine(({ from, to }) => compareLocalDate(from, to) <= 0, { path: ['to'], message: '終わりの日は、始めの日より後にしてください。' })
export type AcknowledgmentListInput = z.output<typeof acknowledgmentListSchema>
