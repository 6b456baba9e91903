import { asFile } from '@sasaeai/domain/document/export-format'
import { saveDonationSchema } from '@sasaeai/domain/donation/gift/donation-details'
import { correctGiftSchema, giftEntrySchema, postGiftSchema } from '@sasaeai/domain/donation/gift/gift-input'
import { giftFilterSchema, giftListSchema } from '@sasaeai/domain/donation/gift/gift-list-input'
import { giftSumsSchema } from '@sasaeai/domain/donation/gift/gift-sums-input'
import { TRPCError } from '@trpc/server'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { correctGift } from './correct-gift.ts'
import { exportGiftSums } from './export-gift-sums.ts'
import { exportGifts } from './export-gifts.ts'
import { listGifts } from './list-gifts.ts'
import { postGift } from './post-gift.ts'
import { readGift } from './read-gift.ts'
import { saveDonation } from './save-donation.ts'
import { sumGifts } from './sum-gifts.ts'

/** 寄附 as they come in: at the desk, in a list, one by one. */
export const giftRouter = router({
  list: procedureFor('donation.read')
    .input(giftListSchema)
    .query(({ ctx, input }) => listGifts(ctx.deps, input)),
  get: procedureFor('donation.read')
    .input(giftEntrySchema)
    .query(async ({ ctx, input }) => {
      const gift = await readGift(ctx.deps, input.entryId)
      if (gift === null) throw new TRPCError({ code: 'NOT_FOUND', message: '寄附が見つかりません。' })
      return gift
    }),
  export: procedureFor('donation.read')
    .input(asFile(giftFilterSchema))
    .mutation(({ ctx, input }) => exportGifts(ctx.deps, ctx.actor, input)),
  sums: procedureFor('donation.read')
    .input(giftSumsSchema)
    .query(async ({ ctx, input }) => sumGifts(ctx.deps, input, await readReportMoment(ctx.deps, input.postedUntil))),
  exportSums: procedureFor('donation.read')
    .input(asFile(giftSumsSchema))
    .mutation(({ ctx, input }) => exportGiftSums(ctx.deps, ctx.actor, input)),
  post: procedureFor('donation.post')
    .input(postGiftSchema)
    .mutation(({ ctx, input }) => postGift(ctx.deps, ctx.actor, input)),
  correct: procedureFor('donation.post')
    .input(correctGiftSchema)
    .mutation(({ ctx, input }) => correctGift(ctx.deps, ctx.actor, input)),
  save: procedureFor('donation.write')
    .input(saveDonationSchema)
    .mutation(({ ctx, input }) => saveDonation(ctx.deps, ctx.actor, input)),
})
