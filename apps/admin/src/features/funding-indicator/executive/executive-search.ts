import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { giverStandings } from '@sasaeai/domain/funding-indicator/executive/retention'
import { type AreaId, type CollectionMethodId, type DuesKindId, idIn } from '@sasaeai/domain/ids'
import { fundingCategories, type FundingCategory } from '@sasaeai/domain/ledger/funding-category'
import { choiceIn, dayIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

export interface ExecutiveSearch extends MomentSearch {
  /** 基準日; today where the address names none. */
  readonly asOf?: LocalDate | undefined
  /** The money whose difference the charts take apart. */
  readonly category?: FundingCategory | undefined
}

export function executiveSearchOf(search: Readonly<Record<string, unknown>>): ExecutiveSearch {
  return {
    asOf: dayIn(search['asOf']),
    ...momentSearchOf(search),
    category: choiceIn(fundingCategories, search['category']),
  }
}

/** How far one has looked into a difference: into an area, a method or a kind of membership. */
export interface WhySearch extends ExecutiveSearch {
  readonly areaId?: AreaId | undefined
  readonly methodId?: CollectionMethodId | undefined
  readonly duesKindId?: DuesKindId | undefined
}

export function whySearchOf(search: Readonly<Record<string, unknown>>): WhySearch {
  return {
    ...executiveSearchOf(search),
    areaId: idIn(search['areaId']),
    methodId: idIn(search['methodId']),
    duesKindId: idIn(search['duesKindId']),
  }
}

/** Whose list is shown: of one standing, or of everybody who gave in the year. */
export const listedStandings = ['given', ...giverStandings] as const
export type ListedStanding = (typeof listedStandings)[number]

export interface GiverSearch extends MomentSearch {
  readonly standing?: ListedStanding | undefined
}

export function giverSearchOf(search: Readonly<Record<string, unknown>>): GiverSearch {
  return {
    standing: choiceIn(listedStandings, search['standing']),
    ...momentSearchOf(search),
  }
}
