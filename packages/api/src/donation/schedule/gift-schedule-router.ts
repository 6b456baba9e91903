import { giftScheduleSchema, saveGiftScheduleSchema } from '@sasaeai/domain/donation/schedule/gift-schedule-input'
import { procedureFor, router } from '../../procedure-for.ts'
import { readGiftScheduleNote } from './read-gift-schedule-note.ts'
import { saveGiftSchedule } from './save-gift-schedule.ts'

/** Where 寄附金収益明細書 (別紙3②) counts a gift. */
export const giftScheduleRouter = router({
  get: procedureFor('donation.read')
    .input(giftScheduleSchema)
    .query(({ ctx, input }) => readGiftScheduleNote(ctx.deps, input.entryId)),
  save: procedureFor('donation.write')
    .input(saveGiftScheduleSchema)
    .mutation(({ ctx, input }) => saveGiftSchedule(ctx.deps, ctx.actor, input)),
})
