import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { duesTermsOfYear } from '@sasaeai/domain/membership-dues/dues-terms-of-year'
import { idIn } from '@sasaeai/domain/ids'
import { formatYen } from '@sasaeai/domain/money/yen'
import type { LedgerGround } from '../ledger/use-ground.ts'

/** What a year suggests for a kind, in words for a form; undefined where it suggests nothing. */
export function suggestionOf(ground: LedgerGround | undefined, duesKindId: string, year: FiscalYear): string | undefined {
  const kindId = idIn<'DuesKindId'>(duesKindId)
  if (ground === undefined || kindId === undefined) return undefined
  const terms = duesTermsOfYear(ground, kindId, year)
  if (terms === null || terms.unitYen === null) return undefined
  const per = { household: '1世帯', unit: '1口', free: '下限' }[terms.unit]
  return `${formatFiscalYear(year)}の目安は${per} ${formatYen(terms.unitYen)}円です。`
}
