import { wordsIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

export interface IndicatorSearch extends MomentSearch {
  /** 分類; all of them where the address names none. */
  readonly category?: string | undefined
  /** Only what has a target or was entered, as the plan's own table prints it. */
  readonly ofPlan?: boolean | undefined
}

/** What the address of the list asks for; what is mistyped is left out. */
export function indicatorSearchOf(search: Readonly<Record<string, unknown>>): IndicatorSearch {
  return { ...momentSearchOf(search), category: wordsIn(search['category'], 60), ofPlan: search['ofPlan'] === true ? true : undefined }
}
