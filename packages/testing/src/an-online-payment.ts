import { postEntries } from '@sasaeai/api/ledger/post-entries'
import { program } from '@sasaeai/api/online-giving/event/program-actor'
import { applyPayout } from '@sasaeai/api/online-giving/payout/apply-payout'
import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { id, type JournalEntryId, type OnlineGiftId, type OnlinePaymentId, type PayoutId, type SupporterId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { programUserId } from '@sasaeai/domain/user/program-user'
import type { ACouncil } from './a-council.ts'

interface AnOnlinePayment {
  readonly amountYen?: number
  readonly paidOn?: string
  /** pi_…; the money's own id as well. */
  readonly paymentIntentId: string
  readonly supporterId?: SupporterId | null
  readonly method?: string
  readonly care?: 'receipt' | 'deposit' | 'done'
}

export interface LaidPayment {
  readonly giftId: OnlineGiftId
  readonly paymentId: OnlinePaymentId
  readonly entryId: JournalEntryId
}

/** A gift of 10,000円 to 社協の活動全体 that was paid by card, booked as the worker books it. */
export async function anOnlinePayment(
  council: ACouncil,
  { amountYen = 10_000, paidOn = '2026-10-01', paymentIntentId, supporterId = null, method = 'card', care = 'done' }: AnOnlinePayment,
): Promise<LaidPayment> {
  const { deps } = council
  const [giftId, paymentId, entryId] = [id<'OnlineGiftId'>(deps.newId()), id<'OnlinePaymentId'>(deps.newId()), id<'JournalEntryId'>(deps.newId())]
  const paidAt = new Date(`${paidOn}T03:00:00Z`)
  const paymentAccountId = council.paymentAccount('council')
  await inTransaction(deps.db, async (tx) => {
    await tx.onlineGift.create({
      data: {
        id: giftId, targetId: council.givingTarget('katsudo'), paymentAccountId, frequency: 'once', amountYen: BigInt(amountYen), giverKind: 'person', name: '佐々木 恵',
        email: 'megumi@example.jp', receiptWish: 'pdf', accessHash: new Uint8Array(32), state: 'paid', supporterId, startedAt: paidAt, searchText: '佐々木恵megumi@example.jp',
      },
    })
    await postEntries({ deps, actor: program, tx }, [{
      entry: {
        id: entryId, entryDate: localDate(paidOn), kind: 'receipt', payerId: supporterId ?? undefined, description: '寄附金 オンライン', sourceKind: 'online_payment',
        sourceId: `council:${paymentIntentId}`, postedById: programUserId, searchText: '寄附金オンライン',
        postings: [
          { accountId: council.account('未収金'), amountYen: yen(amountYen) },
          { accountId: council.account('寄附金収入'), amountYen: yen(-amountYen), fundingSourceId: council.source('寄附金'), supporterId: supporterId ?? undefined, count: 1 },
        ],
      },
      audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entryId },
    }])
    await tx.donation.create({ data: { entryId, kind: 'general' } })
    await tx.onlinePayment.create({
      data: { id: paymentId, paymentAccountId, giftId, moneyId: paymentIntentId, paymentIntentId, amountYen: BigInt(amountYen), method, paidOn: toDateColumn(localDate(paidOn)), paidAt, entryId, care },
    })
  }, { isolation: 'ReadCommitted' })
  return { giftId, paymentId, entryId }
}

/** A payout that has brought a payment of 10,000円, less 360円 of fees, as the gateway told of it. */
export async function aPayout(council: ACouncil, { paymentIntentId, arrivesOn }: { readonly paymentIntentId: string; readonly arrivesOn: LocalDate }): Promise<PayoutId> {
  const { deps } = council
  const paymentAccountId = council.paymentAccount('council')
  const gatewayPayoutId = `po_of_${paymentIntentId}`
  const payoutId = id<'PayoutId'>(deps.newId())
  const at = `${arrivesOn}T03:00:00.000Z`
  await inTransaction(deps.db, async (tx) => {
    await tx.payout.create({ data: { id: payoutId, paymentAccountId, gatewayPayoutId, amountYen: 9_640n, arrivesOn: toDateColumn(arrivesOn), gatewayChangedAt: new Date(`${arrivesOn}T00:00:00Z`), hasLines: true } })
    await tx.payoutLine.create({ data: { payoutId, gatewayLineId: `txn_${paymentIntentId}`, kind: 'payment', sourceId: paymentIntentId, paymentIntentId, grossYen: 10_000n, feeYen: 360n, happenedAt: new Date(at) } })
    await applyPayout({ deps, actor: program, tx }, paymentAccountId, { kind: 'payout', gatewayPayoutId, amountYen: yen(9_640), currency: 'jpy', arrivesOn, state: 'paid', failure: '', at })
  }, { isolation: 'ReadCommitted' })
  return payoutId
}
