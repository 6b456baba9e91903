import { router } from './trpc.ts'
import { userRouter } from './user/user-router.ts'

/** The whole API: one router per term. */
export const appRouter = router({
  user: userRouter,
})

export type AppRouter = typeof appRouter
