import type { PostingFilter } from '../../ledger/posting-filter.ts'
import type { MembershipListState } from '../../membership-dues/member/membership-list-choice.ts'
import { figureFilter } from '../figure-filter.ts'
import type { Computed, FigurePart } from './figure-part.ts'
import type { IndicatorFacts, MemberFact } from './indicator-facts.ts'

/** Who joined and left again within the year has no list of their own: they stand among those who left. */
export function membersJoined(facts: IndicatorFacts): Computed {
  return sumOf(memberParts(facts, ({ name, joined, rejoined, joinedAndLeft }) => [
    { label: `${name}の新規`, value: joined, state: 'new' },
    { label: `${name}の再入会`, value: rejoined, state: 'rejoined' },
    { label: `${name}に入会し、同じ年度に退会`, value: joinedAndLeft, state: null },
  ]))
}

export function membersLeft(facts: IndicatorFacts): Computed {
  return sumOf(memberParts(facts, ({ name, left }) => [{ label: `年度のうちに退会した${name}の会員`, value: left, state: 'left' }]))
}

/** 継続率: of those who were members when the year began, who still are. */
export function membersStayed(facts: IndicatorFacts): Computed {
  return {
    numerator: memberParts(facts, ({ name, stayed }) => [{ label: `そのうち続いている${name}の会員`, value: stayed, state: 'continuing' }]),
    denominator: memberParts(facts, ({ name, before }) => [{ label: `前年度末の${name}の会員`, value: before, state: 'present' }], 1),
    isPercent: true,
  }
}

interface MemberPart {
  readonly label: string
  readonly value: number
  /** The list that holds just them. */
  readonly state: MembershipListState | null
}

/** Lists of members are of the end of a year or of today, with the memberships as they were known at the moment of the figures. */
function memberParts({ organizations, cut }: IndicatorFacts, partsOf: (fact: MemberFact) => readonly MemberPart[], yearsBefore: 0 | 1 = 0): FigurePart[] {
  return (organizations ?? []).flatMap((fact) =>
    partsOf(fact).map(({ label, value, state }) => ({
      label, value, unit: '件', openTo: null,
      list: state === null ? null : { of: 'members', fiscalYear: yearsBefore === 1 ? cut.lastYear : cut.fiscalYear, duesKindId: fact.duesKindId, state },
    })),
  )
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
export function retainedGivers({ cut, retention }: IndicatorFacts): Computed {
  return {
    numerator: [part({ label: 'そのうち今年度も寄附した方', value: retention?.retained ?? null, unit: '人', list: { of: 'givers', fiscalYear: cut.fiscalYear, standing: 'retained' } })],
    denominator: [part({ label: '前年度に寄附した方', value: retention?.lastYear ?? null, unit: '人', list: { of: 'givers', fiscalYear: cut.lastYear, standing: 'given' } })],
    isPercent: true,
  }
}

export function lapsedLastYear({ cut, retention }: IndicatorFacts): Computed {
  return plain({ label: '前年度は寄附し、今年度はまだの方', value: retention?.lapsedLastYear ?? null, unit: '人', list: { of: 'givers', fiscalYear: cut.fiscalYear, standing: 'lybunt' } })
}

export function lapsedBefore({ cut, retention }: IndicatorFacts): Computed {
  return plain({ label: '以前は寄附し、前年度も今年度もない方', value: retention?.lapsedBefore ?? null, unit: '人', list: { of: 'givers', fiscalYear: cut.fiscalYear, standing: 'sybunt' } })
}

function giftsFilter({ cut }: IndicatorFacts): PostingFilter {
  return figureFilter(cut, 'this', { category: 'donation' })
}

function part({ openTo = null, ...rest }: Omit<FigurePart, 'openTo'> & { readonly openTo?: PostingFilter | null }): FigurePart {
  return { ...rest, openTo }
}

function plain(only: Parameters<typeof part>[0]): Computed {
  return sumOf([part(only)])
}

function sumOf(numerator: readonly FigurePart[]): Computed {
  return { numerator, denominator: null, isPercent: false }
}
