import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { PayoutId } from '@sasaeai/domain/ids'
import { GatewayUnreachableError } from '@sasaeai/stripe-gateway/gateway-unreachable-error'
import type { GatewayPayoutLine, PaymentGateway } from '@sasaeai/stripe-gateway/payment-gateway'
import type { Deps } from '../../deps.ts'

interface UnreadPayout {
  readonly payoutId: PayoutId
  readonly gatewayPayoutId: string
  readonly accountCode: string
}

/**
 * 内訳を読む: lists at the gateway what payouts are made of that it has called complete, and keeps it. No transaction is open
 * while the gateway is asked; what is cut off is asked for again, and nothing of a list that broke off is kept.
 * @returns how many payouts were read.
 */
export async function readPayoutLines(deps: Deps): Promise<number> {
  let read = 0
  for (const payout of await unreadPayouts(deps)) {
    const gateway = deps.gateways?.of(payout.accountCode) ?? null
    const lines = gateway === null ? null : await listLines(gateway, payout.gatewayPayoutId)
    if (lines === null) continue
    await inTransaction(deps.db, (tx) => keepLines(tx, { payout, lines, now: deps.now() }), { isolation: 'ReadCommitted' })
    read += 1
  }
  return read
}

async function unreadPayouts({ db }: Deps): Promise<UnreadPayout[]> {
  const { rows } = await db.pool.query<UnreadPayout>(
    `SELECT DISTINCT o.id AS "payoutId", o.gateway_payout_id AS "gatewayPayoutId", a.code AS "accountCode"
     FROM gateway_event e JOIN payout o ON o.payment_account_id = e.payment_account_id AND o.gateway_payout_id = e.subject_key JOIN payment_account a ON a.id = o.payment_account_id
     WHERE e.state = 'waiting' AND e.reason = 'waits_for_payout_lines' AND NOT o.has_lines`,
  )
  return rows
}

/** Null when the gateway cannot be reached now. */
async function listLines(gateway: PaymentGateway, gatewayPayoutId: string): Promise<GatewayPayoutLine[] | null> {
  try {
    return await listed(gateway.payoutLines(gatewayPayoutId))
  } catch (error) {
    if (error instanceof GatewayUnreachableError) return null
    throw error
  }
}

/** The events that waited for the lines are looked at next. */
async function keepLines(tx: Tx, { payout, lines, now }: { payout: UnreadPayout; lines: readonly GatewayPayoutLine[]; now: Date }): Promise<void> {
  const foreign = lines.find(({ currency }) => currency !== 'jpy')
  if (foreign !== undefined) throw new Error(`line ${foreign.lineId} of ${payout.gatewayPayoutId} is in ${foreign.currency}`)
  const { count } = await tx.payout.updateMany({ where: { id: payout.payoutId, hasLines: false }, data: { hasLines: true } })
  if (count === 0) return
  await tx.payoutLine.createMany({
    data: lines.map(({ lineId, kind, sourceId, paymentIntentId, grossYen, feeYen, happenedAt, description }) => ({
      payoutId: payout.payoutId, gatewayLineId: lineId, kind, sourceId, paymentIntentId, grossYen: BigInt(grossYen), feeYen: BigInt(feeYen), happenedAt: new Date(happenedAt), description,
    })),
  })
  await tx.$executeRaw`
    UPDATE gateway_event e SET due_at = ${now} FROM payout o
    WHERE o.id = ${payout.payoutId}::uuid AND e.payment_account_id = o.payment_account_id AND e.subject_key = o.gateway_payout_id AND e.state = 'waiting'`
}

async function listed(lines: AsyncIterable<GatewayPayoutLine>): Promise<GatewayPayoutLine[]> {
  const all: GatewayPayoutLine[] = []
  for await (const line of lines) all.push(line)
  return all
}
