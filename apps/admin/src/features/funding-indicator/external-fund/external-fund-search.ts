import { type ExternalCallKind, externalCallKinds } from '@sasaeai/domain/funding-indicator/external-fund/external-call-kind'
import { type ExternalCallState, externalCallStates } from '@sasaeai/domain/funding-indicator/external-fund/external-call-state'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

/** What the page shows: the calendar of calls, all applications, or how many were successful. */
export const externalFundTabs = ['calls', 'applications', 'success'] as const
type ExternalFundTab = (typeof externalFundTabs)[number]

export interface ExternalFundSearch extends MomentSearch {
  readonly tab?: ExternalFundTab | undefined
  readonly state?: ExternalCallState | undefined
  readonly kind?: ExternalCallKind | undefined
}

/** Which part of the page an address shows, and which calls. */
export function externalFundSearchOf(search: Readonly<Record<string, unknown>>): ExternalFundSearch {
  return { tab: choiceIn(externalFundTabs, search['tab']), state: choiceIn(externalCallStates, search['state']), kind: choiceIn(externalCallKinds, search['kind']), ...momentSearchOf(search) }
}

export interface ExternalCallSearch extends MomentSearch {
  /** The 申込 that somebody was led to. */
  readonly application?: string | undefined
}

/** Which 申込 of a 募集 an address leads to. */
export function externalCallSearchOf(search: Readonly<Record<string, unknown>>): ExternalCallSearch {
  const { application } = search
  return { application: typeof application === 'string' ? application : undefined, ...momentSearchOf(search) }
}
