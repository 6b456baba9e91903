import { id } from '@sasaeai/domain/ids'
import { entryOfFundUse, type FundUse, type FundUseOrigin } from '@sasaeai/domain/ledger/entry-of-fund-use'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Desk } from '../deps.ts'
import { entryOfSource } from './entry-of-source.ts'
import { isUsableAccount } from './is-usable-account.ts'
import { lockFund } from './lock-fund.ts'
import { postEntries, type PostedEntry } from './post-entries.ts'

export type FundUseRefusal = 'row_gone' | 'fund_unusable' | 'fund_exceeded' | 'fund_expense_unusable' | 'fund_cash_unusable'

/** A use and the act that it comes from; the page makes the id, so that a repeat is known. */
export type WantedFundUse = FundUse & Pick<FundUseOrigin, 'sourceKind' | 'sourceId'>

/**
 * Books money spent from a fund inside the caller's transaction (READ COMMITTED), never beyond what the fund holds on that
 * day or after it. What is sent again is answered with the entry that it became the first time.
 *
 * @throws PostgreSQL's refusal (closed month …): see `ledgerRefusalOf`.
 */
export async function postFundUse(desk: Desk, use: WantedFundUse): Promise<Outcome<PostedEntry, FundUseRefusal>> {
  const { deps, actor, tx } = desk
  const fund = await lockFund(tx, use.fundId, use.usedOn)
  if (fund === null) return fail('row_gone')
  const known = await entryOfSource(tx, use)
  if (known !== null) return succeed(known)
  if (fund.isClosed) return fail('fund_unusable', { field: 'fundId' })
  if (!(await isUsableAccount(tx, use.expenseAccountId, 'expense'))) return fail('fund_expense_unusable', { field: 'expenseAccountId' })
  if (!(await isUsableAccount(tx, use.cashAccountId, 'asset'))) return fail('fund_cash_unusable', { field: 'cashAccountId' })
  if (use.amountYen > fund.availableYen) {
    return fail('fund_exceeded', { field: 'amountYen', about: `${formatYen(yen(Math.max(0, fund.availableYen)))}円` })
  }
  const { sourceKind, sourceId, usedOn, amountYen, fundId } = use
  const entry = entryOfFundUse({ ...use, fundName: fund.name }, { id: id(deps.newId()), sourceKind, sourceId, postedById: actor.userId })
  const after = { entryDate: usedOn, amountYen, fundId }
  const [posted] = await postEntries(desk, [{ entry, audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after } }])
  if (posted === undefined) throw new Error('the use was not answered for')
  return succeed(posted)
}
