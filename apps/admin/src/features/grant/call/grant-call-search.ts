import { choiceIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

/** The parts of a call's page. */
export const grantCallTabs = ['applications', 'decisions', 'relief'] as const

export interface GrantCallSearch extends MomentSearch {
  readonly tab?: (typeof grantCallTabs)[number] | undefined
  /** Only applications that owe a report. */
  readonly isOwing?: true | undefined
}

export function grantCallSearchOf(search: Readonly<Record<string, unknown>>): GrantCallSearch {
  return { tab: choiceIn(grantCallTabs, search['tab']), isOwing: search['isOwing'] === true ? true : undefined, ...momentSearchOf(search) }
}
