import type { PostingDraft } from '../../ledger/entry-draft.ts'
import { apportion } from '../../money/apportion.ts'
import type { Yen } from '../../money/yen.ts'
import { negateYen } from '../../money/yen.ts'

/**
 * The same postings over another total: both sides are divided as they were, to the yen, and every dimension stays.
 * @param totalYen what each side sums up to, more than nothing.
 */
export function postingsOfTotal(postings: readonly PostingDraft[], totalYen: Yen): PostingDraft[] {
  const debits = postings.filter(({ amountYen }) => amountYen > 0)
  const credits = postings.filter(({ amountYen }) => amountYen < 0)
  const debitParts = apportion(totalYen, debits.map(({ amountYen }) => amountYen))
  const creditParts = apportion(totalYen, credits.map(({ amountYen }) => -amountYen))
  return [
    ...debits.map((posting, index) => ({ ...posting, amountYen: partAt(debitParts, index) })),
    ...credits.map((posting, index) => ({ ...posting, amountYen: negateYen(partAt(creditParts, index)) })),
  ].filter(({ amountYen }) => amountYen !== 0)
}

function partAt(parts: readonly Yen[], index: number): Yen {
  const part = parts[index]
  if (part === undefined) throw new Error('apportioned into too few parts')
  return part
}
