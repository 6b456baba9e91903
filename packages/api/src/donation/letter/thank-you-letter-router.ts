import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { giftEntrySchema } from '@sasaeai/domain/donation/gift/gift-input'
import { mailThankYouSchema, recordLettersSchema } from '@sasaeai/domain/donation/letter/thank-you-letter-input'
import { procedureFor, router } from '../../procedure-for.ts'
import { composeThankYouMail, mailThankYou } from './mail-thank-you.ts'
import { readLetterOfGift } from './letter-of-gift.ts'
import { recordLetters } from './record-letters.ts'

/** 礼状; the paper itself is ordered like every other (document). */
export const thankYouLetterRouter = router({
  ofGift: procedureFor('donation.read')
    .input(giftEntrySchema)
    .query(({ ctx, input }) => readLetterOfGift(ctx.deps, { ...input, day: localDateInTokyo(ctx.deps.now()) })),
  mailOf: procedureFor('donation.write')
    .input(giftEntrySchema)
    .query(({ ctx, input }) => composeThankYouMail(ctx.deps, input.entryId)),
  mail: procedureFor('donation.write')
    .input(mailThankYouSchema)
    .mutation(({ ctx, input }) => mailThankYou(ctx.deps, ctx.actor, input)),
  record: procedureFor('donation.write')
    .input(recordLettersSchema)
    .mutation(({ ctx, input }) => recordLetters(ctx.deps, ctx.actor, input)),
})
