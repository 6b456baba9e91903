import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { areaIdSchema, grantCallIdSchema, grantCommitteeIdSchema, ledgerAccountIdSchema, reliefClassIdSchema, reliefPaymentIdSchema } from '../../id-schemas.ts'
import { typedCountSchema } from '../../text/typed-count.ts'
import { grantedYenSchema } from '../application/grant-application-input.ts'

function nothingAsNull(value: unknown): unknown {
  return value === '' ? null : value
}

/**
 * 見舞金の支払: of which class, in which 校区, how many, how much altogether. Chosen ids, days and numbers only: there is no
 * field into which somebody could write who it was.
 */
export const reliefPaymentFields = {
  reliefClassId: z.string().min(1, '対象区分を選んでください。').pipe(reliefClassIdSchema),
  committeeId: z.preprocess(nothingAsNull, grantCommitteeIdSchema.nullable().default(null)),
  areaId: z.preprocess(nothingAsNull, areaIdSchema.nullable().default(null)),
  paidOn: localDateSchema,
  cashAccountId: z.string().min(1, '支払う口座を選んでください。').pipe(ledgerAccountIdSchema),
  /** 人・世帯・施設 */
  recipients: typedCountSchema('対象者数', { least: 1 }).transform((count, context) => {
    if (count !== null) return count
    context.addIssue({ code: 'custom', message: '対象者数を入力してください。例：24' })
    return z.NEVER
  }),
  amountYen: grantedYenSchema,
} as const

/** The page makes the id, so that a repeat is known. */
export const payReliefSchema = z.object({ paymentId: reliefPaymentIdSchema, callId: grantCallIdSchema, ...reliefPaymentFields })
export type PayReliefInput = z.output<typeof payReliefSchema>

/** Why a payment of 見舞金 is undone: chosen, because what is written freely may name somebody. */
export const reliefUndoReasons = ['mistyped', 'twice', 'returned'] as const
export type ReliefUndoReason = (typeof reliefUndoReasons)[number]

export const reliefUndoReasonNames: Record<ReliefUndoReason, string> = {
  mistyped: '入力の誤りのため',
  twice: '二重に記帳したため',
  returned: '渡せずに戻ったため',
}

/** 取消: a reversal on a day in an open month. */
export const undoReliefSchema = z.object({
  paymentId: reliefPaymentIdSchema,
  reversalDate: localDateSchema,
  reason: z.enum(reliefUndoReasons, '理由を選んでください。'),
})
export type UndoReliefInput = z.output<typeof undoReliefSchema>
