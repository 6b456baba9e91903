import { publicResultsText } from '@sasaeai/api/community-chest/result/publication-queries'
import type { PublicText } from '@sasaeai/api/council/public-text'
import type { Deps } from '@sasaeai/api/deps'
import { publicFundReportsText } from '@sasaeai/api/donation/fund/public-fund-reports'
import { publicTotalsText } from '@sasaeai/api/online-giving/totals/public-totals-text'
import type { RequestHandler } from 'express'
import { isKnown } from './answer-tag.ts'

/** Published results of 共同募金. */
export function servePublicResults(deps: Deps): RequestHandler {
  return servePublicData(() => publicResultsText(deps))
}

/** Published reports of what funds were used for. */
export function servePublicFundReports(deps: Deps): RequestHandler {
  return servePublicData(() => publicFundReportsText(deps))
}

/** 公開の集計 of the present fiscal year. */
export function servePublicTotals(deps: Deps): RequestHandler {
  return servePublicData(() => publicTotalsText(deps))
}

/**
 * Published data for anybody, such as a council's own web site: without sign-in, and without any cookie. A cache may keep it
 * for five minutes; a withdrawal is seen after that.
 */
function servePublicData(read: () => Promise<PublicText>): RequestHandler {
  return async (request, response) => {
    const results = await read()
    const tag = `W/"${results.tag}"`
    response.set({
      'cache-control': 'public, max-age=300',
      // Read by pages of other sites too: there is nothing in it that is not published.
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      etag: tag,
    })
    if (isKnown(request, tag)) return void response.status(304).end()
    response.type('application/json').send(results.text)
  }
}
