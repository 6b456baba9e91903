import {
  addUserInputSchema,
  changeUserEmailInputSchema,
  changeUserRoleInputSchema,
  resetPasswordInputSchema,
  userActInputSchema,
} from '@sasaeai/domain/user/user-inputs'
import { procedureFor, router } from '../procedure-for.ts'
import { addUser } from './add-user.ts'
import { changeUserEmail } from './change-user-email.ts'
import { changeUserRole } from './change-user-role.ts'
import { disableUser } from './disable-user.ts'
import { enableUser } from './enable-user.ts'
import { resetPassword } from './reset-password.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { listUsers, readOwnAccount } from './user-queries.ts'

export const userRouter = router({
  /** Who is signed in; the shell shows it and hides what the role may not do. */
  me: procedureFor('account.own').query(({ ctx }) => ({
    userId: ctx.actor.userId,
    name: ctx.actor.name,
    role: ctx.actor.role,
  })),
  account: procedureFor('account.own').query(({ ctx }) =>
    readOwnAccount(ctx.deps, { userId: ctx.actor.userId, sessionId: ctx.sessionId }),
  ),
  list: procedureFor('user.manage').query(({ ctx }) => listUsers(ctx.deps.db)),
  add: procedureFor('user.manage')
    .input(addUserInputSchema)
    .mutation(({ ctx, input }) => addUser(ctx.deps, ctx.actor, input)),
  changeRole: procedureFor('user.manage')
    .input(changeUserRoleInputSchema)
    .mutation(({ ctx, input }) => changeUserRole(ctx.deps, ctx.actor, input)),
  changeEmail: procedureFor('user.manage')
    .input(changeUserEmailInputSchema)
    .mutation(({ ctx, input }) => changeUserEmail(ctx.deps, ctx.actor, input)),
  disable: procedureFor('user.manage')
    .input(userActInputSchema)
    .mutation(({ ctx, input }) => disableUser(ctx.deps, ctx.actor, input)),
  enable: procedureFor('user.manage')
    .input(userActInputSchema)
    .mutation(({ ctx, input }) => enableUser(ctx.deps, ctx.actor, input)),
  resetPassword: procedureFor('user.manage')
    .input(resetPasswordInputSchema)
    .mutation(({ ctx, input }) => resetPassword(ctx.deps, ctx.actor, input)),
  resetSecondFactor: procedureFor('user.manage')
    .input(userActInputSchema)
    .mutation(({ ctx, input }) => resetSecondFactor(ctx.deps, ctx.actor, input)),
})
