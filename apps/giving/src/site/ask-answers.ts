import { siteApi } from './site-api.ts'
import type { SiteAnswers } from './site-context.ts'

/** Where a page came without the answers, as in development. */
export async function askAnswers(): Promise<SiteAnswers> {
  const [front, totals] = await Promise.all([siteApi.front(), fetch('/public/totals.json').then((answer) => answer.json())])
  return { front, totals }
}
