import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type SummedDrive, summedDrives } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import { type CampaignId, idIn } from '@sasaeai/domain/ids'
import { momentOf } from '@sasaeai/domain/ledger/posting-moment'
import { choiceIn, dayIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

/** Which campaigns, and until when: what 募金実績 and 日々の伸び both ask for. */
export interface ScopeSearch extends MomentSearch {
  /** 基準日; today where the address names none. */
  readonly until?: LocalDate | undefined
  readonly drive?: SummedDrive | undefined
  readonly campaign?: CampaignId | undefined
}

export const resultTabs = ['methods', 'areas'] as const
export type ResultTab = (typeof resultTabs)[number]

export interface ResultSearch extends ScopeSearch {
  readonly tab?: ResultTab | undefined
  /** How many years stand side by side; one where the address names none. */
  readonly years?: number | undefined
}

/** What the address of 日々の伸び asks for; what is mistyped is left out. */
export function scopeSearchOf(search: Readonly<Record<string, unknown>>): ScopeSearch {
  return {
    until: dayIn(search['until']),
    ...momentSearchOf(search),
    drive: choiceIn(summedDrives, search['drive']),
    campaign: idIn(search['campaign']),
  }
}

/** The same of 募金実績. */
export function resultSearchOf(search: Readonly<Record<string, unknown>>): ResultSearch {
  const { years } = search
  return {
    ...scopeSearchOf(search),
    tab: choiceIn(resultTabs, search['tab']),
    years: typeof years === 'number' && Number.isInteger(years) && years >= 2 && years <= 5 ? years : undefined,
  }
}

/** The same as a query asks for it. */
export function scopeAsked({ until, postedUntil, drive, campaign }: ScopeSearch) {
  return {
    ...(until === undefined ? {} : { until }),
    ...momentOf({ postedUntil }),
    ...(drive === undefined ? {} : { drive }),
    ...(campaign === undefined ? {} : { campaignId: campaign }),
  }
}
