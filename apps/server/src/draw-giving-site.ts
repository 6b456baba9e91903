import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { appRouter } from '@sasaeai/api/app-router'
import type { Deps } from '@sasaeai/api/deps'
import { publicTotalsText } from '@sasaeai/api/online-giving/totals/public-totals-text'
import { isSitePath } from '@sasaeai/domain/online-giving/site/site-path'
import type { RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { answersInPage } from './answers-in-page.ts'
import { describeError, requestIdOf } from './request-log.ts'

const folder = path.join(import.meta.dirname, '..', '..', 'giving', 'dist')

/** A page differs by the cookie that keeps the language. */
const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', vary: 'cookie, accept-encoding' }

/** What the giving site has built for us: see draw-site.tsx there. */
interface Drawing {
  drawSite(wish: { address: URL; cookies: string; answers: unknown }): Promise<{ markup: string; title: string; languageTag: string }>
}

interface DrawingTools {
  readonly drawing: Drawing
  /** The built index.html. */
  readonly page: string
}

/**
 * Sends the pages for the public with what the server knows of the council in them, in the reader's language; those that
 * are read before anything is done are drawn, so that they stand there before any script has come.
 */
export function drawGivingSite({ deps, log }: { deps: Deps; log: Logger }): RequestHandler {
  let prepared: Promise<DrawingTools> | undefined
  return async (request, response, next) => {
    if (request.method !== 'GET' || !isSitePath(request.path)) return next()
    // Read with the first such page: a server that nobody reads from is spared React.
    prepared ??= prepareDrawing()
    try {
      const { drawing, page } = await prepared
      const answers = await readAnswers(deps, response)
      const address = new URL(request.originalUrl, 'http://localhost')
      const drawn = await drawing.drawSite({ address, cookies: request.headers.cookie ?? '', answers })
      response.set(headers).send(filledIn(page, { ...drawn, answers: JSON.stringify(answers) }))
    } catch (error) {
      log.warn({ requestId: requestIdOf(response), error: describeError(error) }, 'page of the giving site not drawn')
      // The browser draws it by itself, and tells what is wrong where that fails too.
      response.set(headers).sendFile('index.html', { root: folder, cacheControl: false }, (missing) => {
        if (missing !== undefined && !response.headersSent) next(missing)
      })
    }
  }
}

async function prepareDrawing(): Promise<DrawingTools> {
  const built = pathToFileURL(path.join(folder, '.drawing', 'draw-site.js')).href
  const [drawing, page]: [Drawing, string] = await Promise.all([import(built), readFile(path.join(folder, 'index.html'), 'utf8')])
  return { drawing, page }
}

/** The same for everybody, whoever may be signed in. */
async function readAnswers(deps: Deps, response: Response) {
  const ask = appRouter.createCaller({ deps, requestId: requestIdOf(response), actor: null })
  const [front, totals] = await Promise.all([ask.giving.front(), publicTotalsText(deps)])
  return { front, totals: JSON.parse(totals.text) }
}

/** Replacements are functions: what councils write may hold `$&`. */
function filledIn(page: string, { markup, title, languageTag, answers }: { markup: string; title: string; languageTag: string; answers: string }): string {
  return page
    .replace('<html lang="ja">', () => `<html lang="${languageTag}">`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>`)
    .replace('<div id="root"></div>', () => `<div id="root">${markup}</div>
${answersInPage(answers)}`)
}
