import type { Tx } from '@sasaeai/db/in-transaction'
import type { Desk } from '../../deps.ts'
import type { OpenBooks, OpenRecurring } from './open-books.ts'

/** Writes down how gifts and monthly gifts stand now. */
export async function writeGifts({ deps, tx }: Desk, books: OpenBooks): Promise<void> {
  await updateGifts(tx, books)
  const recurrings = [...books.recurringsByGift.values()].filter(({ isChanged }) => isChanged)
  await writeRecurrings(tx, recurrings)
  await insertNotes(tx, [...books.recurringsByGift.values()], deps.newId)
}

/** What the page itself has written down meanwhile of the pay page stays. */
async function updateGifts(tx: Tx, { gifts }: OpenBooks): Promise<void> {
  const changed = [...gifts.values()].filter(({ isChanged }) => isChanged)
  if (changed.length === 0) return
  await tx.$executeRawUnsafe(
    `UPDATE online_gift g SET state = n.state::online_gift_state, session_id = coalesce(g.session_id, n."sessionId"), payable_until = n."payableUntil",
       voucher_url = n."voucherUrl", failure = n.failure, supporter_id = n."supporterId"
     FROM jsonb_to_recordset($1::jsonb) AS n("giftId" uuid, state text, "sessionId" text, "payableUntil" timestamptz, "voucherUrl" text, failure text, "supporterId" uuid)
     WHERE g.id = n."giftId"`,
    JSON.stringify(changed.map(({ giftId, standing, supporterId }) => ({ giftId, ...standing, supporterId }))),
  )
}

async function writeRecurrings(tx: Tx, recurrings: readonly OpenRecurring[]): Promise<void> {
  if (recurrings.length === 0) return
  await tx.$executeRawUnsafe(
    `INSERT INTO recurring_gift AS r (gift_id, subscription_id, state, amount_yen, next_on, failed_payments, last_failure, ended_at, gateway_changed_at)
     SELECT n."giftId", n."subscriptionId", n.state::recurring_gift_state, n."amountYen", n."nextOn", n."failedPayments", n."lastFailure", n."endedAt", n."changedAt"
     FROM jsonb_to_recordset($1::jsonb) AS n("giftId" uuid, "subscriptionId" text, state text, "amountYen" bigint, "nextOn" date, "failedPayments" int,
       "lastFailure" text, "endedAt" timestamptz, "changedAt" timestamptz)
     ON CONFLICT (gift_id) DO UPDATE SET state = excluded.state, amount_yen = excluded.amount_yen, next_on = excluded.next_on,
       failed_payments = excluded.failed_payments, last_failure = excluded.last_failure, ended_at = excluded.ended_at, gateway_changed_at = excluded.gateway_changed_at`,
    JSON.stringify(recurrings.map(({ gift: { giftId }, subscriptionId, standing, failures }) => ({
      giftId, subscriptionId, ...standing, failedPayments: failures.length, lastFailure: lastOf(failures),
    }))),
  )
}

/** The newest; of two of the same second the one that was tried more often. */
function lastOf(failures: OpenRecurring['failures']): string {
  const [last] = failures.toSorted((left, right) => (`${left.changedAt} ${left.note}` < `${right.changedAt} ${right.note}` ? 1 : -1))
  return last?.note ?? ''
}

async function insertNotes(tx: Tx, recurrings: readonly OpenRecurring[], newId: () => string): Promise<void> {
  const notes = recurrings.flatMap(({ gift: { giftId }, notes: some }) => some.map((note) => ({ id: newId(), giftId, ...note })))
  if (notes.length === 0) return
  await tx.$executeRawUnsafe(
    `INSERT INTO recurring_change (id, gift_id, kind, changed_at, before_yen, after_yen, by, note)
     SELECT id, "giftId", kind::recurring_change_kind, "changedAt", "beforeYen", "afterYen", 'gateway', note
     FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, "giftId" uuid, kind text, "changedAt" timestamptz, "beforeYen" bigint, "afterYen" bigint, note text)`,
    JSON.stringify(notes),
  )
}
