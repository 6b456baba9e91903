import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { duesSuggestionWords } from '@sasaeai/domain/membership-dues/payer/dues-suggestion-words'
import { duesTermsOfYear } from '@sasaeai/domain/membership-dues/terms/dues-terms-of-year'
import { idIn } from '@sasaeai/domain/ids'
import type { LedgerGround } from '../../ledger/use-ground.ts'

/** What a year suggests for a kind, in words for a form; undefined where it suggests nothing. */
export function suggestionOf(ground: LedgerGround | undefined, duesKindId: string, year: FiscalYear): string | undefined {
  const kindId = idIn<'DuesKindId'>(duesKindId)
  if (ground === undefined || kindId === undefined) return undefined
  const terms = duesTermsOfYear(ground, kindId, year)
  return terms === null ? undefined : `${formatFiscalYear(year)}の目安：${duesSuggestionWords(terms)}`
}
