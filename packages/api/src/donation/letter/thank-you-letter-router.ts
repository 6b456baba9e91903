import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { giftEntrySchema } from '@sasaeai/domain/donation/gift/gift-input'
import { recordLettersSchema } from '@sasaeai/domain/donation/letter/thank-you-letter-input'
import { procedureFor, router } from '../../procedure-for.ts'
import { readLetterOfGift } from './letter-of-gift.ts'
import { recordLetters } from './record-letters.ts'

/** 礼状; the paper itself is ordered like every other (document). */
export const thankYouLetterRouter = router({
  ofGift: procedureFor('donation.read')
    .input(giftEntrySchema)
    .query(({ ctx, input }) => readLetterOfGift(ctx.deps, { ...input, day: localDateInTokyo(ctx.deps.now()) })),
  record: procedureFor('donation.write')
    .input(recordLettersSchema)
    .mutation(({ ctx, input }) => recordLetters(ctx.deps, ctx.actor, input)),
})
