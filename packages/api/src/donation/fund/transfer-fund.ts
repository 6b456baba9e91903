import { inTransaction } from '@sasaeai/db/in-transaction'
import { entryOfFundTransfer } from '@sasaeai/domain/donation/fund/entry-of-fund-transfer'
import type { TransferFundInput } from '@sasaeai/domain/donation/fund/transfer-fund-input'
import { id } from '@sasaeai/domain/ids'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { type LedgerRefusal, ledgerRefusalOf } from '../../ledger/ledger-refusal.ts'
import { lockFund } from '../../ledger/lock-fund.ts'
import { postEntries, type PostedEntry } from '../../ledger/post-entries.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

type TransferFailure =
  | LedgerRefusal
  | 'row_gone'
  | 'transfer_to_itself'
  | 'transfer_reason_missing'
  | 'transfer_target_unusable'
  | 'transfer_account_unusable'
  | 'fund_exceeded'

type Transferred = Outcome<Pick<PostedEntry, 'id'>, TransferFailure>

/**
 * 振替: carries money from one fund to another, never more than the first one holds, and out of a restricted fund only for a
 * reason, which PostgreSQL asks for as well. What is sent again is answered with what it became the first time.
 */
export async function transferFund(deps: Deps, actor: Actor, input: TransferFundInput): Promise<Transferred> {
  try {
    return await inTransaction(deps.db, (tx) => transferWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    return refusal.code === 'period_closed' ? { ...refusal, field: 'transferredOn' } : refusal
  }
}

async function transferWithin(desk: Desk, input: TransferFundInput): Promise<Transferred> {
  const { deps, actor, tx } = desk
  const { transferId, fundId, toFundId, transferredOn, amountYen, incomeAccountId, reason } = input
  if (toFundId === fundId) return fail('transfer_to_itself', { field: 'toFundId' })
  const from = await lockFund(tx, fundId, transferredOn)
  const [known] = await tx.journalEntry.findMany({ where: { sourceKind: 'fund_transfer', sourceId: transferId }, select: { id: true } })
  if (known !== undefined) return succeed({ id: id(known.id) })
  const source = await tx.fund.findUnique({ where: { id: fundId }, select: { isRestricted: true } })
  const target = await tx.fund.findUnique({ where: { id: toFundId }, select: { name: true, closedOn: true } })
  if (from === null || source === null || target === null) return fail('row_gone')
  if (target.closedOn !== null) return fail('transfer_target_unusable', { field: 'toFundId' })
  if (source.isRestricted && reason === '') return fail('transfer_reason_missing', { field: 'reason' })
  const usable = { id: incomeAccountId, book: 'council', category: 'income', isHeading: false, closedOn: null } as const
  if ((await tx.ledgerAccount.count({ where: usable })) === 0) return fail('transfer_account_unusable', { field: 'incomeAccountId' })
  if (amountYen > from.availableYen) return fail('fund_exceeded', { field: 'amountYen', about: `${formatYen(yen(Math.max(0, from.availableYen)))}円` })
  const entry = entryOfFundTransfer(input, { fromName: from.name, toName: target.name }, { id: id(deps.newId()), postedById: actor.userId })
  const audit = { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after: { entryDate: transferredOn, amountYen }, reason }
  await postEntries(desk, [{ entry, audit }])
  await recordAuditEvent(deps, tx, { actor, action: 'fund.transfer', subjectKind: 'fund', subjectId: fundId, after: { toFundId, transferredOn, amountYen }, reason })
  return succeed({ id: entry.id })
}
