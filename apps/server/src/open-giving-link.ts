import type { Deps } from '@sasaeai/api/deps'
import { readGivingLink } from '@sasaeai/api/online-giving/front/read-giving-link'
import { givingLinkSchema } from '@sasaeai/domain/online-giving/gift/start-gift-input'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { describeError, requestIdOf } from './request-log.ts'

/**
 * 短いリンク: leads to the page that it is for, where it is filled in. Kept by nobody on the way, because the office may end it or
 * change it any day. What leads nowhere is left to the site, which says so (draw-giving-site).
 */
export function openGivingLink({ deps, log }: { deps: Deps; log: Logger }): RequestHandler {
  return async (request, response, next) => {
    const asked = givingLinkSchema.safeParse(request.params)
    try {
      const link = asked.success ? await readGivingLink(deps, asked.data.code) : null
      if (link !== null && asked.success) {
        const { searchParams } = new URL(request.originalUrl, 'http://localhost')
        searchParams.set('link', asked.data.code)
        return response.set('cache-control', 'no-store').redirect(302, `/give/${link.slug}?${searchParams.toString()}`)
      }
      response.status(404)
    } catch (error) {
      log.warn({ requestId: requestIdOf(response), error: describeError(error) }, 'short link not opened')
      response.status(503)
    }
    next()
  }
}
