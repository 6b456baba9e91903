import { isPostingMoment, type PostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { wordsIn } from '@sasaeai/domain/text/address-value'

/** Of when indicators are looked at: as the books and what was entered stood at a moment; now where the address names none. */
export interface IndicatorMoment {
  readonly postedUntil?: PostingMoment | undefined
}

export interface IndicatorSearch extends IndicatorMoment {
  /** 分類; all of them where the address names none. */
  readonly category?: string | undefined
  /** Only what has a target or was entered, as the plan's own table prints it. */
  readonly ofPlan?: boolean | undefined
}

/** What the address of one indicator asks for; what is mistyped is left out. */
export function indicatorMomentOf(search: Readonly<Record<string, unknown>>): IndicatorMoment {
  const { postedUntil } = search
  return { postedUntil: isPostingMoment(postedUntil) ? postedUntil : undefined }
}

/** What the address of the list asks for; what is mistyped is left out. */
export function indicatorSearchOf(search: Readonly<Record<string, unknown>>): IndicatorSearch {
  return { ...indicatorMomentOf(search), category: wordsIn(search['category'], 60), ofPlan: search['ofPlan'] === true ? true : undefined }
}
