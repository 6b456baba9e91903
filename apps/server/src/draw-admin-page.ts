import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { appRouter } from '@sasaeai/api/app-router'
import type { Deps } from '@sasaeai/api/deps'
import type { SignedIn } from '@sasaeai/api/user/resolve-actor'
import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { type PageFrame, readPageFrame } from './page-frame.ts'
import { describeError, requestIdOf } from './request-log.ts'

const folder = path.join(import.meta.dirname, '..', '..', 'admin', 'dist')

/** Pages that the server draws before it sends them, each with the source of its screen: those that open with many rows. */
const drawnScreens: Readonly<Record<string, string>> = { '/admin/entries': 'src/features/ledger/entries-page.tsx' }

/** What the admin has built for us: see draw-page.tsx there. */
interface Drawing {
  densityIn(cookies: string): string
  drawPage(wish: { address: string; cookies: string; ask: ReturnType<typeof appRouter.createCaller> }): Promise<{ markup: string; answers: string } | null>
}

interface DrawingTools {
  readonly drawing: Drawing
  readonly frame: PageFrame
}

export interface DrawingParts {
  readonly deps: Deps
  readonly log: Logger
  readonly signedInAs: (request: Request) => Promise<SignedIn | null>
}

/**
 * Sends pages that open with many rows with these rows in them, so that they are read before the scripts have come. What
 * cannot be drawn is left to the browser, and so is everything for somebody who is not signed in.
 */
export function drawAdminPages(parts: DrawingParts): RequestHandler {
  const { log } = parts
  let prepared: Promise<DrawingTools> | undefined
  return async (request, response, next) => {
    const screen = request.method === 'GET' ? drawnScreens[request.path] : undefined
    const cookies = request.headers.cookie
    if (screen === undefined || cookies === undefined) return next()
    // Read with the first such page: a server that nobody reads from is spared React.
    prepared ??= prepareDrawing()
    const tools = await prepared.catch((error: unknown) => {
      log.warn({ requestId: requestIdOf(response), error: describeError(error) }, 'pages cannot be drawn')
    })
    if (tools === undefined) return next()
    const { drawing, frame } = tools
    // Nobody else may see these rows, not even by 「戻る」 after a sign-out.
    response.set({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    response.write(frame.head(drawing.densityIn(cookies)))
    // The browser fetches the stylesheet while we ask for the rows.
    response.flush()
    const page = await drawnPage(parts, drawing, { request, requestId: requestIdOf(response) })
    response.end(page === null ? frame.undrawn : frame.drawn({ ...page, screen }))
  }
}

async function prepareDrawing(): Promise<DrawingTools> {
  const built = pathToFileURL(path.join(folder, '.drawing', 'draw-page.js')).href
  const [drawing, frame]: [Drawing, PageFrame] = await Promise.all([import(built), readPageFrame(folder, '/admin/')])
  return { drawing, frame }
}

/** Null for somebody who is not signed in, and where drawing fails: the browser then finds out why, and tells. */
async function drawnPage({ deps, log, signedInAs }: DrawingParts, drawing: Drawing, { request, requestId }: { request: Request; requestId: string }) {
  try {
    const signedIn = await signedInAs(request)
    if (signedIn === null) return null
    const ask = appRouter.createCaller({ deps, requestId, actor: signedIn.actor, sessionId: signedIn.sessionId })
    return await drawing.drawPage({ address: request.originalUrl, cookies: request.headers.cookie ?? '', ask })
  } catch (error) {
    log.warn({ requestId, error: describeError(error) }, 'page not drawn')
    return null
  }
}
