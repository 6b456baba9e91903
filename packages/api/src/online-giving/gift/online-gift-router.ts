import { asFile } from '@sasaeai/domain/document/export-format'
import { onlineGiftFilterSchema, onlineGiftInputSchema, onlineGiftListSchema } from '@sasaeai/domain/online-giving/gift/online-gift-list-input'
import { refundInputSchema, requestRefundSchema } from '@sasaeai/domain/online-giving/refund/refund-input'
import { changeRecurringSchema, recurringFilterSchema } from '@sasaeai/domain/online-giving/recurring/recurring-gift-input'
import { type ApiContext, procedureFor, router } from '../../procedure-for.ts'
import { exportOnlineGifts, exportRecurring } from '../export-online-lists.ts'
import { sendLinkForGift } from '../giver/send-link-for-gift.ts'
import { changeRecurring } from '../recurring/change-recurring.ts'
import { listRecurring } from '../recurring/list-recurring.ts'
import { approveRefund, withdrawRefund } from '../refund/approve-refund.ts'
import { requestRefund } from '../refund/request-refund.ts'
import { listOnlineGifts } from './list-online-gifts.ts'
import { readOnlineGift } from './read-online-gift.ts'

/** オンライン寄附, one and all. */
export const onlineGiftRouter = router({
  list: procedureFor('giving.read')
    .input(onlineGiftListSchema)
    .query(({ ctx, input }) => listOnlineGifts(ctx.deps, input)),
  get: procedureFor('giving.read')
    .input(onlineGiftInputSchema)
    .query(({ ctx, input }) => readOnlineGift(ctx.deps, input.giftId)),
  export: procedureFor('giving.read')
    .input(asFile(onlineGiftFilterSchema))
    .mutation(({ ctx, input }) => exportOnlineGifts(ctx.deps, ctx.actor, input)),
  sendLink: procedureFor('giving.write')
    .input(onlineGiftInputSchema)
    .mutation(({ ctx, input }) => sendLinkForGift(ctx.deps, ctx.actor, { ...input, origin: originOf(ctx) })),
})

/** Under which origin the site is seen: links in mails lead there. */
function originOf({ visitor }: { readonly visitor?: ApiContext['visitor'] | undefined }): string {
  if (visitor === undefined) throw new Error('a link was sent by nobody')
  return visitor.origin
}

/** 毎月の寄附 */
export const recurringGiftRouter = router({
  list: procedureFor('giving.read')
    .input(recurringFilterSchema)
    .query(({ ctx, input }) => listRecurring(ctx.deps, input)),
  export: procedureFor('giving.read')
    .input(asFile(recurringFilterSchema))
    .mutation(({ ctx, input }) => exportRecurring(ctx.deps, ctx.actor, input)),
  change: procedureFor('giving.manage')
    .input(changeRecurringSchema)
    .mutation(({ ctx, input }) => changeRecurring(ctx.deps, ctx.actor, input)),
})

/** 返金 */
export const onlineRefundRouter = router({
  request: procedureFor('giving.refund')
    .input(requestRefundSchema)
    .mutation(({ ctx, input }) => requestRefund(ctx.deps, ctx.actor, input)),
  approve: procedureFor('giving.refund')
    .input(refundInputSchema)
    .mutation(({ ctx, input }) => approveRefund(ctx.deps, ctx.actor, input)),
  withdraw: procedureFor('giving.refund')
    .input(refundInputSchema)
    .mutation(({ ctx, input }) => withdrawRefund(ctx.deps, ctx.actor, input)),
})
