import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { goodwillActIdSchema } from '../../id-schemas.ts'

/** Why something is undone: chosen, because what is written freely may name somebody. */
export const goodwillUndoReasons = ['mistyped', 'twice', 'returned'] as const
export type GoodwillUndoReason = (typeof goodwillUndoReasons)[number]

/** The migration knows these words, too: a reversal of money that went out takes no others. */
export const goodwillUndoReasonNames: Record<GoodwillUndoReason, string> = {
  mistyped: '入力の誤りのため',
  twice: '二重に記録したため',
  returned: '渡せずに戻ったため',
}

/** 取消: on a day in an open month, not before what is undone. */
export const undoGoodwillActSchema = z.object({
  actId: goodwillActIdSchema,
  undoneOn: localDateSchema,
  reason: z.enum(goodwillUndoReasons, '理由を選んでください。'),
})
export type UndoGoodwillActInput = z.output<typeof undoGoodwillActSchema>
