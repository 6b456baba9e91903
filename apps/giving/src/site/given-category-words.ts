import type { GivenCategory } from '@sasaeai/domain/online-giving/totals/public-totals'
import type { SiteWords } from '../words/site-words-ja.ts'

/** What a kind of money is called on the site. */
export function givenCategoryWords({ totals: say }: SiteWords, category: GivenCategory): string {
  const names: Record<GivenCategory, string> = { membership_dues: say.dues, community_chest: say.chest, year_end_mutual_aid: say.yearEnd, donation: say.donations }
  return names[category]
}
