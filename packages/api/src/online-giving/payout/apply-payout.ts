import type { PaymentAccountId } from '@sasaeai/domain/ids'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { applied, type EventVerdict, quarantined, waitsForPayout, waitsForPayoutLines } from '@sasaeai/domain/online-giving/event/event-verdict'
import type { PayoutLinesReady, PayoutTold } from '@sasaeai/domain/online-giving/event/gateway-fact'
import type { PayoutState } from '@sasaeai/domain/online-giving/payout/payout-state'
import type { Desk } from '../../deps.ts'
import { lockPayout } from './lock-payout.ts'
import { settlePayout } from './settle-payout.ts'

/** A payout only ever goes this way, so an older word changes nothing. */
const ranks: Record<PayoutState, number> = { pending: 0, paid: 1, failed: 2 }

/** 入金, as the gateway tells of it: in the books once it is paid and its lines were read, and back again when it fails after all. */
export async function applyPayout(desk: Desk, paymentAccountId: PaymentAccountId, fact: PayoutTold): Promise<EventVerdict> {
  const { deps, tx } = desk
  const { gatewayPayoutId, amountYen, state, failure } = fact
  const told = { state, failure, gatewayChangedAt: new Date(fact.at), arrivesOn: toDateColumn(fact.arrivesOn) }
  await tx.payout.createMany({ data: [{ id: deps.newId(), paymentAccountId, gatewayPayoutId, amountYen: BigInt(amountYen), ...told }], skipDuplicates: true })
  const known = await lockPayout(tx, { paymentAccountId, gatewayPayoutId })
  if (known === null) throw new Error(`payout ${gatewayPayoutId} is not there`)
  if (known.amountYen !== amountYen) return quarantined('payout_amount_differs')
  const isNewer = ranks[state] > ranks[known.state] || (state === known.state && new Date(fact.at) > known.gatewayChangedAt)
  if (isNewer) await tx.payout.update({ where: { id: known.id }, data: told })
  const problem = isNewer ? await settlePayout(desk, { ...known, state, failure, arrivesOn: fact.arrivesOn, gatewayChangedAt: told.gatewayChangedAt }) : await settlePayout(desk, known)
  return problem === null ? applied(gatewayPayoutId) : quarantined(problem)
}

/** 内訳がそろった: the lines are read at the gateway by `readPayoutLines`, outside of any transaction, and only then it goes on. */
export async function applyPayoutLinesReady(desk: Desk, paymentAccountId: PaymentAccountId, { gatewayPayoutId }: PayoutLinesReady): Promise<EventVerdict> {
  const known = await lockPayout(desk.tx, { paymentAccountId, gatewayPayoutId })
  if (known === null) return waitsForPayout(gatewayPayoutId)
  if (!known.hasLines) return waitsForPayoutLines(gatewayPayoutId)
  const problem = await settlePayout(desk, known)
  return problem === null ? applied(gatewayPayoutId) : quarantined(problem)
}
