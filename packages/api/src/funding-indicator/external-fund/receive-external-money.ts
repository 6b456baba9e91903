import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { entryOfExternalReceipt, type ReceivedAward } from '@sasaeai/domain/funding-indicator/external-fund/entry-of-external-receipt'
import type { ReceiveExternalInput } from '@sasaeai/domain/funding-indicator/external-fund/receive-external-input'
import { type ExternalReceiptId, id, idIn } from '@sasaeai/domain/ids'
import { addYen, formatYen, negateYen, type Yen, yen } from '@sasaeai/domain/money/yen'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { isUsableAccount } from '../../ledger/is-usable-account.ts'
import { type LedgerRefusal, ledgerRefusalOf } from '../../ledger/ledger-refusal.ts'
import { postEntries } from '../../ledger/post-entries.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { readExternalIncomeAccount } from './read-external-income-account.ts'
import { readReceivedYen } from './read-received-yen.ts'

type ReceiveFailure = LedgerRefusal | 'row_gone' | 'external_not_awarded' | 'external_over_award' | 'external_source_unusable' | 'external_cash_unusable'
type Received = Outcome<{ receiptId: ExternalReceiptId }, ReceiveFailure>

/** 入金: books money of an award. What is sent again is answered with what it became the first time. */
export async function receiveExternalMoney(deps: Deps, actor: Actor, input: ReceiveExternalInput): Promise<Received> {
  try {
    return await inTransaction(deps.db, (tx) => receiveWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    return refusal.code === 'period_closed' ? { ...refusal, field: 'receivedOn' } : refusal
  }
}

async function receiveWithin(desk: Desk, input: ReceiveExternalInput): Promise<Received> {
  const { tx } = desk
  const { receiptId, applicationId, amountYen } = input
  // Written, not only locked: who saves the application on an older picture of the receipts begins anew.
  const locked = await tx.$executeRaw`UPDATE external_application SET revision = revision WHERE id = ${applicationId}::uuid`
  if (locked === 0) return fail('row_gone')
  if ((await tx.externalReceipt.count({ where: { id: receiptId } })) > 0) return succeed({ receiptId })
  const application = await tx.externalApplication.findUniqueOrThrow({ where: { id: applicationId }, include: { call: true } })
  if (application.state !== 'awarded' || application.awardedYen === null) return fail('external_not_awarded')
  const leftYen = addYen(yen(Number(application.awardedYen)), negateYen(await readReceivedYen(tx, applicationId)))
  if (amountYen > leftYen) return fail('external_over_award', { field: 'amountYen', about: formatYen(leftYen) })
  const incomeAccountId = await readExternalIncomeAccount(tx, input.fundingSourceId)
  if (incomeAccountId === null) return fail('external_source_unusable', { field: 'fundingSourceId' })
  if (!(await isUsableAccount(tx, input.cashAccountId, 'asset'))) return fail('external_cash_unusable', { field: 'cashAccountId' })
  const { call, projectName, fundId } = application
  await writeReceipt(desk, input, { callName: call.name, funder: call.funder, funderId: idIn(call.funderId), projectName, fundId: idIn(fundId), incomeAccountId })
  return succeed({ receiptId })
}

async function writeReceipt(desk: Desk, input: ReceiveExternalInput, award: ReceivedAward): Promise<void> {
  const { deps, actor, tx } = desk
  const { receiptId, applicationId, receivedOn } = input
  const amountYen: Yen = input.amountYen
  const entry = entryOfExternalReceipt(input, award, { id: id(deps.newId()), postedById: actor.userId })
  await postEntries(desk, [{ entry, audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after: { entryDate: receivedOn, amountYen } } }])
  await tx.externalReceipt.create({ data: { id: receiptId, applicationId, receivedOn: toDateColumn(receivedOn), amountYen: BigInt(amountYen), entryId: entry.id } })
  const after = { projectName: award.projectName, receivedOn, amountYen }
  await recordAuditEvent(deps, tx, { actor, action: 'external_application.receive', subjectKind: 'external_application', subjectId: applicationId, after })
}
