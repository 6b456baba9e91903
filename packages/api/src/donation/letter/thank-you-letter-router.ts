import { recordLettersSchema } from '@sasaeai/domain/donation/letter/thank-you-letter-input'
import { procedureFor, router } from '../../procedure-for.ts'
import { recordLetters } from './record-letters.ts'

/** 礼状; the paper itself is ordered like every other (document). */
export const thankYouLetterRouter = router({
  record: procedureFor('donation.write')
    .input(recordLettersSchema)
    .mutation(({ ctx, input }) => recordLetters(ctx.deps, ctx.actor, input)),
})
