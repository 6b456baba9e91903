import { procedureFor, router } from '../trpc.ts'

export const userRouter = router({
  /** Who is signed in; the shell shows it and hides what the role may not do. */
  me: procedureFor('account.own').query(({ ctx }) => ({
    userId: ctx.actor.userId,
    name: ctx.actor.name,
    role: ctx.actor.role,
  })),
})
