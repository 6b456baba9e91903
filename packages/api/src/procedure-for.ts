import { mayDo, type Permission } from '@sasaeai/domain/user/permission'
import { initTRPC, TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import type { Actor, Deps } from './deps.ts'

/** What every procedure receives: the outside world and, where somebody is signed in, who it is. */
export interface ApiContext {
  readonly deps: Deps
  readonly actor: Actor | null
  /** The session that the request came with, to tell it from the person's others. */
  readonly sessionId?: string
  /** The address that the request came from, and the origin under which the browser sees this site. */
  readonly visitor?: { readonly address: string; readonly origin: string }
  /** マイページ in this browser, where somebody has opened it. */
  readonly giver?: GiverCookie
  /** The number under which the server's log speaks of the request. */
  readonly requestId?: string
}

/** The cookie of マイページ: it belongs to givers, who are nobody to the rest of the program. */
export interface GiverCookie {
  readonly token: string | undefined
  keep(session: { readonly token: string; readonly expiresAt: Date }): void
  forget(): void
}

/** `public` is for what a page shows before anybody has signed in; everything else names its permission. */
export interface ProcedureMeta {
  readonly permission: Permission | 'public'
}

const t = initTRPC
  .context<ApiContext>()
  .meta<ProcedureMeta>()
  .create({
    // Stack traces stay on the server; a field's own message goes out, so that a form can show it there.
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => ({
      ...shape,
      message: messageFor(error, ctx?.requestId),
      data: { ...shape.data, fields: error.cause instanceof ZodError ? fieldMessages(error.cause) : null },
    }),
  })

export const router = t.router

/** A procedure that anybody may call. */
export const publicProcedure = t.procedure.meta({ permission: 'public' })

/** A procedure for signed-in people whose role has the permission. */
export function procedureFor(permission: Permission) {
  return t.procedure.meta({ permission }).use(({ ctx, next }) => {
    if (ctx.actor === null) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'サインインしてください。' })
    if (!mayDo(ctx.actor.role, permission)) {
      throw new TRPCError({ code: 'FORBIDDEN', message: 'この操作をする権限がありません。管理者に相談してください。' })
    }
    return next({ ctx: { ...ctx, actor: ctx.actor } })
  })
}

/** A fault's own message may quote rows of the database; the person gets a number to report instead. */
function messageFor(error: TRPCError, requestId: string | undefined): string {
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    return `処理できませんでした。もう一度お試しください。続くときは、管理者に番号 ${requestId ?? '―'} を伝えてください。`
  }
  return error.cause instanceof ZodError ? '入力に誤りがあります。赤い文の欄を直してください。' : error.message
}

function fieldMessages(error: ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join('.'), issue.message]))
}
