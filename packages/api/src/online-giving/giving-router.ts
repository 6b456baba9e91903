import { givingLinkSchema } from '@sasaeai/domain/online-giving/gift/start-gift-input'
import { publicProcedure, router } from '../procedure-for.ts'
import { readGivingFront } from './front/read-giving-front.ts'
import { readGivingLink } from './front/read-giving-link.ts'

/** What the giving site asks: everybody may call it, and it tells nobody about anyone else. */
export const givingRouter = router({
  front: publicProcedure.query(({ ctx }) => readGivingFront(ctx.deps)),
  link: publicProcedure.input(givingLinkSchema).query(({ ctx, input }) => readGivingLink(ctx.deps, input.code)),
})
