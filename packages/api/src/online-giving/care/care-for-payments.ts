import type { Deps } from '../../deps.ts'
import { giveReceipt } from './give-receipt.ts'
import { readPaymentCase } from './payment-case.ts'
import { sendThanks } from './send-thanks.ts'

/** What could not be done lately, and when it is tried again: in this server alone, because another may fare better. */
const putOff = new Map<string, { untilMillis: number; pauseMillis: number }>()

const firstPauseMillis = 60_000
const longestPauseMillis = 60 * 60_000

/**
 * 入金後の手続き: does for payments what is still to be done, step by step, each step in one transaction that also says that it
 * is done: so that a server that dies in between leaves the next step to whoever comes next, and no step is done twice.
 * A few at a time.
 * @returns whether there was something to do.
 */
export async function careForPayments(deps: Deps, { mayGoOn, onFault }: { mayGoOn: () => boolean; onFault: (error: unknown) => void }): Promise<boolean> {
  const payments = await readWaiting(deps)
  for (const paymentId of payments) {
    if (!mayGoOn()) break
    try {
      await takeSteps(deps, paymentId)
      putOff.delete(paymentId)
    } catch (error) {
      const pauseMillis = Math.min((putOff.get(paymentId)?.pauseMillis ?? firstPauseMillis / 2) * 2, longestPauseMillis)
      putOff.set(paymentId, { untilMillis: deps.now().getTime() + pauseMillis, pauseMillis })
      onFault(error)
    }
  }
  return payments.length > 0
}

async function readWaiting({ db, now }: Deps): Promise<string[]> {
  const notYet = [...putOff].filter(([, { untilMillis }]) => untilMillis > now().getTime()).map(([paymentId]) => paymentId)
  const { rows } = await db.pool.query<{ paymentId: string }>({
    name: 'payments_to_care_for',
    text: `SELECT id AS "paymentId" FROM online_payment WHERE care IN ('receipt', 'mail') AND care <> 'done' AND id <> ALL ($1::uuid[]) ORDER BY paid_at LIMIT 5`,
    values: [notYet],
  })
  return rows.map(({ paymentId }) => paymentId)
}

async function takeSteps(deps: Deps, paymentId: string): Promise<void> {
  const payment = await readPaymentCase(deps.db, paymentId)
  if (payment?.care === 'receipt') await giveReceipt(deps, payment)
  const next = payment?.care === 'receipt' ? await readPaymentCase(deps.db, paymentId) : payment
  if (next?.care === 'mail') await sendThanks(deps, next)
}
