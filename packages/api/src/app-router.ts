import { areaRouter } from './area/area-router.ts'
import { supporterRouter } from './supporter/supporter-router.ts'
import { router } from './trpc.ts'
import { userRouter } from './user/user-router.ts'

/** The whole API: one router per term. */
export const appRouter = router({
  area: areaRouter,
  supporter: supporterRouter,
  user: userRouter,
})

export type AppRouter = typeof appRouter
