import type { Tx } from '@sasaeai/db/in-transaction'
import { externalFundingCategories } from '@sasaeai/domain/funding-indicator/external-fund/external-funding-categories'
import { type FundingSourceId, id, type LedgerAccountId } from '@sasaeai/domain/ids'
import { mayBeCreditedBySource } from '@sasaeai/domain/ledger/ledger-account-details'

/** Where money of a funding source is income of the council's; null for a source that external money cannot be of. */
export async function readExternalIncomeAccount(tx: Tx, fundingSourceId: FundingSourceId): Promise<LedgerAccountId | null> {
  const source = await tx.fundingSource.findUnique({ where: { id: fundingSourceId }, include: { account: true } })
  if (source === null || source.closedOn !== null || !externalFundingCategories.some((category) => category === source.category)) return null
  const { account } = source
  return mayBeCreditedBySource(account) && account.category === 'income' && account.book === 'council' ? id(account.id) : null
}
