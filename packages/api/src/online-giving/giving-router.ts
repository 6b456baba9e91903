import { givingLinkSchema, startGiftSchema } from '@sasaeai/domain/online-giving/gift/start-gift-input'
import { type FailureCode, failureMessage } from '@sasaeai/domain/outcome/failure-message'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import { type ApiContext, publicProcedure, router } from '../procedure-for.ts'
import { proofLevelFor } from './abuse/giving-limits.ts'
import { issueChallenge } from './abuse/issue-challenge.ts'
import { readGivingFront } from './front/read-giving-front.ts'
import { readGivingLink } from './front/read-giving-link.ts'
import { startOnlineGift, type Visitor } from './gift/start-online-gift.ts'

/** What the giving site asks: everybody may call it, and it tells nobody about anyone else. */
export const givingRouter = router({
  front: publicProcedure.query(({ ctx }) => readGivingFront(ctx.deps)),
  link: publicProcedure.input(givingLinkSchema).query(({ ctx, input }) => readGivingLink(ctx.deps, input.code)),
  challenge: publicProcedure.mutation(async ({ ctx }) => issueChallenge(ctx.deps, await proofLevelFor(ctx.deps, visitorOf(ctx)))),
  start: publicProcedure.input(startGiftSchema).mutation(async ({ ctx, input }) => told(await startOnlineGift(ctx.deps, visitorOf(ctx), input))),
})

/** Every request that comes over the web has one. */
function visitorOf({ visitor }: { readonly visitor?: ApiContext['visitor'] | undefined }): Visitor {
  if (visitor === undefined) throw new Error('a procedure for visitors was called by nobody')
  return visitor
}

/** A refusal with its sentence: the pages of givers are small, and do not carry those of the whole program. */
function told<Value>(outcome: Outcome<Value, FailureCode>) {
  return outcome.ok ? outcome : { ...outcome, message: failureMessage(outcome) }
}
