import { setUpInputSchema } from '@sasaeai/domain/council/set-up-input'
import { publicProcedure, router } from '../procedure-for.ts'
import { setUpCouncil } from './set-up-council.ts'
import { readFrontDoor } from './set-up-queries.ts'

/** The only procedures that strangers may call. */
export const setUpRouter = router({
  frontDoor: publicProcedure.query(({ ctx }) => readFrontDoor(ctx.deps)),
  complete: publicProcedure.input(setUpInputSchema).mutation(({ ctx, input }) => setUpCouncil(ctx.deps, input)),
})
