import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { id, type JournalEntryId, type OnlineDisputeId, type PaymentAccountId } from '@sasaeai/domain/ids'
import { applied, type EventVerdict, quarantined, waitsForPayment } from '@sasaeai/domain/online-giving/event/event-verdict'
import type { DisputeTold } from '@sasaeai/domain/online-giving/event/gateway-fact'
import type { OnlineDisputeState } from '@sasaeai/domain/online-giving/dispute/online-dispute-state'
import type { Desk } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { readBookedAccount } from '../booking/booked-account.ts'
import { type LockedPayment, lockPayment } from '../booking/lock-payment.ts'
import { type BackAct, giveBack, takeBack } from '../booking/take-back.ts'

interface KnownDispute {
  readonly id: OnlineDisputeId
  readonly state: OnlineDisputeState
  readonly closedAt: Date | null
  readonly entryId: JournalEntryId | null
}

/**
 * 異議申立て, as the gateway tells of it. Only a lost one is in the books; one that is won after all comes back. A closed one
 * is not opened by a word that comes late, and of two ends the later one holds.
 */
export async function applyDispute(desk: Desk, paymentAccountId: PaymentAccountId, fact: DisputeTold): Promise<EventVerdict> {
  const payment = await lockPayment(desk.tx, { paymentAccountId, paymentIntentId: fact.paymentIntentId })
  if (payment === null) return waitsForPayment(fact.paymentIntentId)
  const known = (await findDispute(desk, paymentAccountId, fact)) ?? (await noteDispute(desk, payment, fact))
  const isOld = known.closedAt !== null && (fact.state === 'open' || new Date(fact.at) < known.closedAt)
  if (isOld || (known.state === fact.state && fact.state !== 'open')) return applied(fact.gatewayDisputeId)
  if (fact.state === 'open') {
    await desk.tx.onlineDispute.update({ where: { id: known.id }, data: { answerBy: fact.answerBy === null ? null : new Date(fact.answerBy) } })
    return applied(fact.gatewayDisputeId)
  }
  const act: BackAct = {
    payment, amountYen: fact.amountYen, day: localDateInTokyo(new Date(fact.at)), source: { kind: 'online_dispute', id: known.id },
    reason: fact.state === 'lost' ? 'カード会社への異議申立てにより返金' : '異議申立てが退けられたため',
  }
  const booked = fact.state === 'lost' ? await takeBack(desk, await readBookedAccount(desk.tx, paymentAccountId), act) : await comeBack(desk, known, act)
  if (booked !== null && 'problem' in booked) return quarantined(booked.problem)
  await close(desk, { known, act, fact, entryId: booked?.takenById ?? known.entryId })
  return applied(fact.gatewayDisputeId)
}

/** What is won after it was lost is booked once more; what was never lost is where it was. */
async function comeBack(desk: Desk, { state, entryId }: KnownDispute, act: BackAct) {
  return state === 'lost' && entryId !== null ? giveBack(desk, { ...act, takenById: entryId }) : null
}

async function close(
  { deps, actor, tx }: Desk,
  { known, act, fact, entryId }: { known: KnownDispute; act: BackAct; fact: DisputeTold; entryId: JournalEntryId | null },
): Promise<void> {
  await tx.onlineDispute.update({ where: { id: known.id }, data: { state: fact.state, closedAt: new Date(fact.at), entryId } })
  await recordAuditEvent(deps, tx, {
    actor, action: 'online_dispute.close', subjectKind: 'online_dispute', subjectId: known.id,
    before: { state: known.state }, after: { state: fact.state, amountYen: act.amountYen }, reason: act.reason,
  })
}

async function findDispute({ tx }: Desk, paymentAccountId: PaymentAccountId, { gatewayDisputeId }: DisputeTold): Promise<KnownDispute | null> {
  const known = await tx.onlineDispute.findUnique({ where: { paymentAccountId_gatewayDisputeId: { paymentAccountId, gatewayDisputeId } } })
  return known === null ? null : { id: id(known.id), state: known.state, closedAt: known.closedAt, entryId: known.entryId === null ? null : id(known.entryId) }
}

async function noteDispute({ deps, tx }: Desk, payment: LockedPayment, { gatewayDisputeId, amountYen, reason, answerBy, at }: DisputeTold): Promise<KnownDispute> {
  const disputeId = id<'OnlineDisputeId'>(deps.newId())
  await tx.onlineDispute.create({
    data: {
      id: disputeId, paymentAccountId: payment.paymentAccountId, gatewayDisputeId, paymentId: payment.id, amountYen: BigInt(amountYen), reason, state: 'open',
      openedAt: new Date(at), answerBy: answerBy === null ? null : new Date(answerBy),
    },
  })
  return { id: disputeId, state: 'open', closedAt: null, entryId: null }
}
