import { askForLinkSchema, changeRecurringSchema, giftStatusSchema, openLinkSchema, saveGiverDetailsSchema } from '@sasaeai/domain/online-giving/giver/giver-page-input'
import { givingLinkSchema, startGiftSchema, visitSchema } from '@sasaeai/domain/online-giving/gift/start-gift-input'
import { type FailureCode, failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { annualReceiptsSchema } from '@sasaeai/domain/receipt/receipt-input'
import { postalCodeSchema } from '@sasaeai/domain/text/postal-code'
import { z } from 'zod'
import { type ApiContext, publicProcedure, router } from '../procedure-for.ts'
import { countGiverChange, proofLevelFor } from './abuse/giving-limits.ts'
import { issueChallenge } from './abuse/issue-challenge.ts'
import { readGivingFront } from './front/read-giving-front.ts'
import { readGivingLink } from './front/read-giving-link.ts'
import { proposeAddresses } from './gift/propose-addresses.ts'
import { readGiftStatus } from './gift/read-gift-status.ts'
import { startOnlineGift, type Visitor } from './gift/start-online-gift.ts'
import { askForLink } from './giver/ask-for-link.ts'
import { closeGiverSession, openGiverSession, readGiver } from './giver/giver-session.ts'
import { issueOwnYear } from './giver/issue-own-year.ts'
import { readGiverPage } from './giver/read-giver-page.ts'
import { saveGiverDetails } from './giver/save-giver-details.ts'
import { changeOwnRecurring } from './recurring/change-own-recurring.ts'

/**
 * What the giving site asks: everybody may call it, and it tells nobody about anyone else. Whatever holds a secret is asked for
 * by POST, which no log and no history keeps.
 */
export const givingRouter = router({
  front: publicProcedure.query(({ ctx }) => readGivingFront(ctx.deps)),
  link: publicProcedure.input(givingLinkSchema).query(({ ctx, input }) => readGivingLink(ctx.deps, input.code)),
  addresses: publicProcedure.input(z.object({ postalCode: postalCodeSchema })).query(({ ctx, input }) => proposeAddresses(ctx.deps, { ...input, address: visitorOf(ctx).address })),
  challenge: publicProcedure.input(visitSchema).mutation(async ({ ctx, input }) => issueChallenge(ctx.deps, await proofLevelFor(ctx.deps, { ...visitorOf(ctx), ...input }))),
  start: publicProcedure.input(startGiftSchema).mutation(async ({ ctx, input }) => told(await startOnlineGift(ctx.deps, visitorOf(ctx), input))),
  status: publicProcedure.input(giftStatusSchema).mutation(({ ctx, input }) => readGiftStatus(ctx.deps, input)),
  askForLink: publicProcedure.input(askForLinkSchema).mutation(async ({ ctx, input }) => told(await askForLink(ctx.deps, visitorOf(ctx), input))),
  openLink: publicProcedure.input(openLinkSchema).mutation(async ({ ctx, input }) => {
    const opened = await openGiverSession(ctx.deps, input.token)
    if (opened.ok) ctx.giver?.keep(opened.value)
    return told(opened.ok ? succeed(null) : opened)
  }),
  page: giverProcedure().query(({ ctx }) => (ctx.email === null ? null : readGiverPage(ctx.deps, ctx.email))),
  changeRecurring: giverProcedure()
    .input(changeRecurringSchema)
    .mutation(async ({ ctx, input }) => told(ctx.email === null ? fail('giver_session_over') : ((await countGiverChange(ctx.deps, ctx.email)) ?? (await changeOwnRecurring(ctx.deps, ctx.email, input))))),
  saveDetails: giverProcedure()
    .input(saveGiverDetailsSchema)
    .mutation(async ({ ctx, input }) => told(ctx.email === null ? fail('giver_session_over') : ((await countGiverChange(ctx.deps, ctx.email)) ?? (await saveGiverDetails(ctx.deps, ctx.email, input))))),
  issueYear: giverProcedure()
    .input(annualReceiptsSchema)
    .mutation(async ({ ctx, input }) => told(ctx.email === null ? fail('giver_session_over') : ((await countGiverChange(ctx.deps, ctx.email)) ?? (await issueOwnYear(ctx.deps, ctx.email, input.calendarYear))))),
  signOut: publicProcedure.mutation(async ({ ctx }) => {
    if (ctx.giver?.token !== undefined) await closeGiverSession(ctx.deps, ctx.giver.token)
    ctx.giver?.forget()
    return null
  }),
})

/** For whoever has opened マイページ in this browser, with the e-mail address that it is of; null for everybody else. */
function giverProcedure() {
  return publicProcedure.use(async ({ ctx, next }) => next({ ctx: { email: await readGiver(ctx.deps, ctx.giver?.token) } }))
}

/** Every request that comes over the web has one. */
function visitorOf({ visitor }: { readonly visitor?: ApiContext['visitor'] | undefined }): Visitor {
  if (visitor === undefined) throw new Error('a procedure for visitors was called by nobody')
  return visitor
}

/** A refusal with its sentence: the pages of givers are small, and do not carry those of the whole program. */
function told<Value>(outcome: Outcome<Value, FailureCode>) {
  return outcome.ok ? outcome : { ...outcome, message: failureMessage(outcome) }
}
