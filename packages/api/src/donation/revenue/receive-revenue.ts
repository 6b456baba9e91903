import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { violatedConstraint } from '@sasaeai/db/refusals'
import { formatLocalMonth } from '@sasaeai/domain/calendar/japanese-era'
import { entryOfRevenue, type ReceivedStream } from '@sasaeai/domain/donation/revenue/entry-of-revenue'
import type { ReceiveRevenueInput } from '@sasaeai/domain/donation/revenue/receive-revenue-input'
import type { RevenueStreamDetails } from '@sasaeai/domain/donation/revenue/revenue-stream-details'
import { id, type RevenueReceiptId } from '@sasaeai/domain/ids'
import { fail, type Failure, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { isUsableAccount } from '../../ledger/is-usable-account.ts'
import { type LedgerRefusal, ledgerRefusalOf } from '../../ledger/ledger-refusal.ts'
import { postEntries } from '../../ledger/post-entries.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { readRevenueAccount, revenueStreamTable } from './revenue-stream-table.ts'

type InputProblem = 'revenue_month_missing' | 'revenue_cash_unusable' | 'revenue_goods_unusable' | 'revenue_fee_exceeds'
type ReceiveFailure = LedgerRefusal | InputProblem | 'row_gone' | 'revenue_closed' | 'revenue_source_unusable' | 'revenue_month_received'
type Received = Outcome<{ receiptId: RevenueReceiptId }, ReceiveFailure>

/**
 * 受入: books what a machine, a sponsor or an outside platform brought. PostgreSQL keeps one receipt for a month of a machine;
 * what is sent again is answered with what it became the first time.
 */
export async function receiveRevenue(deps: Deps, actor: Actor, input: ReceiveRevenueInput): Promise<Received> {
  try {
    return await inTransaction(deps.db, (tx) => receiveWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
  } catch (error) {
    if (violatedConstraint(error) === 'revenue_receipt_live_month_idx') {
      return fail('revenue_month_received', { field: 'month', ...(input.month === null ? {} : { about: formatLocalMonth(input.month) }) })
    }
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    return refusal.code === 'period_closed' ? { ...refusal, field: 'receivedOn' } : refusal
  }
}

async function receiveWithin(desk: Desk, input: ReceiveRevenueInput): Promise<Received> {
  const { tx } = desk
  const { receiptId, streamId } = input
  const [locked] = await tx.$queryRaw<{ isClosed: boolean }[]>`SELECT closed_on IS NOT NULL AS "isClosed" FROM revenue_stream WHERE id = ${streamId}::uuid FOR NO KEY UPDATE`
  const row = await revenueStreamTable.read(tx, streamId)
  if (locked === undefined || row === null) return fail('row_gone')
  if ((await tx.revenueReceipt.count({ where: { id: receiptId } })) > 0) return succeed({ receiptId })
  if (locked.isClosed) return fail('revenue_closed')
  const stream = row.details
  const problem = await problemOf(tx, input, stream)
  if (problem !== null) return problem
  const incomeAccountId = await readRevenueAccount(tx, stream.fundingSourceId)
  const debitAccountId = input.goodsAccountId ?? input.cashAccountId
  if (incomeAccountId === null || debitAccountId === null) return fail('revenue_source_unusable')
  await writeReceipt(desk, input, { ...stream, supporterId: stream.supporterId ?? undefined, fundId: stream.fundId ?? undefined, feeAccountId: stream.feeAccountId ?? undefined, incomeAccountId, debitAccountId })
  return succeed({ receiptId })
}

async function problemOf(tx: Tx, input: ReceiveRevenueInput, { kind }: RevenueStreamDetails): Promise<Failure<InputProblem> | null> {
  const { month, grossYen, feeYen, goodsAccountId, cashAccountId } = input
  if ((kind === 'vending_machine') !== (month !== null)) return fail('revenue_month_missing', { field: 'month' })
  if (feeYen >= grossYen || (feeYen > 0 && kind !== 'crowdfunding')) return fail('revenue_fee_exceeds', { field: 'feeYen' })
  if (goodsAccountId !== null) {
    const mayBeGoods = kind === 'sponsorship' && (await isUsableAccount(tx, goodsAccountId, 'expense'))
    return mayBeGoods ? null : fail('revenue_goods_unusable', { field: 'goodsAccountId' })
  }
  const isCash = cashAccountId !== null && (await isUsableAccount(tx, cashAccountId, 'asset'))
  return isCash ? null : fail('revenue_cash_unusable', { field: 'cashAccountId' })
}

async function writeReceipt(desk: Desk, input: ReceiveRevenueInput, stream: ReceivedStream): Promise<void> {
  const { deps, actor, tx } = desk
  const { receiptId, streamId, month, receivedOn, grossYen, feeYen, goodsAccountId } = input
  const entry = entryOfRevenue(input, stream, { id: id(deps.newId()), postedById: actor.userId })
  const audit = { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after: { entryDate: receivedOn, amountYen: grossYen } }
  await postEntries(desk, [{ entry, audit }])
  await tx.revenueReceipt.create({
    data: {
      id: receiptId, streamId, month: month === null ? null : toDateColumn(month), receivedOn: toDateColumn(receivedOn), grossYen: BigInt(grossYen), feeYen: BigInt(feeYen),
      isGoods: goodsAccountId !== null, entryId: entry.id,
    },
  })
  const after = { name: stream.name, month, receivedOn, grossYen, feeYen }
  await recordAuditEvent(deps, tx, { actor, action: 'revenue_stream.receive', subjectKind: 'revenue_stream', subjectId: streamId, after })
}
