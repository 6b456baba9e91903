import type { PostingFilter } from '../../ledger/posting-filter.ts'
import { figureFilter } from '../figure-filter.ts'
import type { Computed, FigurePart } from './figure-part.ts'
import type { IndicatorFacts } from './indicator-facts.ts'

export function membersJoined({ organizations }: IndicatorFacts): Computed {
  return plain({ label: '年度のうちに入会した法人会員', value: organizations?.joined ?? null, unit: '件' })
}

export function membersLeft({ organizations }: IndicatorFacts): Computed {
  return plain({ label: '年度のうちに退会した法人会員', value: organizations?.left ?? null, unit: '件' })
}

/** 継続率: of those who were members when the year began, who still are. */
export function membersStayed({ organizations }: IndicatorFacts): Computed {
  return {
    numerator: [part({ label: 'そのうち続いている法人会員', value: organizations?.stayed ?? null, unit: '件' })],
    denominator: [part({ label: '前年度末の法人会員', value: organizations?.before ?? null, unit: '件' })],
    isPercent: true,
  }
}

export function giftCount(facts: IndicatorFacts): Computed {
  return plain({ label: '寄附の件数', value: facts.gifts?.count ?? null, unit: '件', openTo: giftsFilter(facts) })
}

export function giftAverage(facts: IndicatorFacts): Computed {
  return {
    numerator: [part({ label: '寄附の合計', value: facts.gifts?.amountYen ?? null, unit: '円', openTo: giftsFilter(facts) })],
    denominator: [part({ label: '寄附の件数', value: facts.gifts?.count ?? null, unit: '件', openTo: giftsFilter(facts) })],
    isPercent: false,
  }
}

export function giftMedian(facts: IndicatorFacts): Computed {
  return plain({ label: '寄附の中央値', value: facts.gifts?.medianYen ?? null, unit: '円', openTo: giftsFilter(facts) })
}

/** 継続率: of those who gave last year, who gave this year again. */
export function retainedGivers({ retention }: IndicatorFacts): Computed {
  return {
    numerator: [part({ label: 'そのうち今年度も寄附した方', value: retention?.retained ?? null, unit: '人' })],
    denominator: [part({ label: '前年度に寄附した方', value: retention?.lastYear ?? null, unit: '人' })],
    isPercent: true,
  }
}

export function lapsedLastYear({ retention }: IndicatorFacts): Computed {
  return plain({ label: '前年度は寄附し、今年度はまだの方', value: retention?.lapsedLastYear ?? null, unit: '人' })
}

export function lapsedBefore({ retention }: IndicatorFacts): Computed {
  return plain({ label: '以前は寄附し、前年度も今年度もない方', value: retention?.lapsedBefore ?? null, unit: '人' })
}

function giftsFilter({ cut }: IndicatorFacts): PostingFilter {
  return figureFilter(cut, 'this', { category: 'donation' })
}

function part({ openTo = null, ...rest }: Omit<FigurePart, 'openTo'> & { readonly openTo?: PostingFilter | null }): FigurePart {
  return { ...rest, openTo }
}

function plain(only: Parameters<typeof part>[0]): Computed {
  return { numerator: [part(only)], denominator: null, isPercent: false }
}
