import { inTransaction } from '@sasaeai/db/in-transaction'
import type { UseFundInput } from '@sasaeai/domain/donation/fund/use-fund-input'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { type LedgerRefusal, ledgerRefusalOf } from '../../ledger/ledger-refusal.ts'
import type { PostedEntry } from '../../ledger/post-entries.ts'
import { type FundUseRefusal, postFundUse } from '../../ledger/post-fund-use.ts'

/** 使用: books money that was spent from a fund, never beyond its balance; a repeat is answered with the first entry. */
export async function useFund(deps: Deps, actor: Actor, { useId, ...use }: UseFundInput): Promise<Outcome<PostedEntry, LedgerRefusal | FundUseRefusal>> {
  const wanted = { ...use, sourceKind: 'fund_use', sourceId: useId } as const
  try {
    return await inTransaction(deps.db, (tx) => postFundUse({ deps, actor, tx }, wanted), { isolation: 'ReadCommitted' })
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    return refusal.code === 'period_closed' ? { ...refusal, field: 'usedOn' } : refusal
  }
}
