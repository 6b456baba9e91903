import { jsonInstant } from '@sasaeai/db/json-instant'
import type { Tx } from '@sasaeai/db/in-transaction'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { readGroundData } from '../../ledger/read-ground-data.ts'
import { survivorOf } from '../../supporter/merged-supporter-sql.ts'
import type { Deps } from '../../deps.ts'
import { keyIn, type OpenBooks, type OpenGift, type OpenPayment, type OpenRecurring } from './open-books.ts'
import type { ReadEvent } from './read-due-event.ts'

/** Reads all that the events at hand are about, by one statement for each kind of thing. */
export async function readOpenBooks({ deps, tx }: { deps: Deps; tx: Tx }, events: readonly ReadEvent[]): Promise<OpenBooks> {
  const today = localDateInTokyo(deps.now())
  const names = namesIn(events)
  const gifts = new Map((await readGifts(tx, names)).map((gift) => [gift.giftId, gift]))
  const payments = await readPayments(tx, names)
  return {
    newId: deps.newId,
    today,
    ground: await readGroundData(deps.db),
    ...(await readRules(tx, today)),
    gifts,
    recurringsByGift: new Map((await readRecurrings(tx, gifts)).map((recurring) => [recurring.gift.giftId, recurring])),
    paymentsByMoney: new Map(payments.map(({ paymentAccountId, moneyId, payment }) => [keyIn(paymentAccountId, moneyId), payment])),
    paymentsByIntent: new Map(payments.flatMap(({ paymentAccountId, payment }) =>
      payment.paymentIntentId === null ? [] : [[keyIn(paymentAccountId, payment.paymentIntentId), payment] as const])),
  }
}

interface Names {
  readonly giftIds: readonly string[]
  readonly subscriptionIds: readonly string[]
  /** pi_… and in_… */
  readonly moneyIds: readonly string[]
}

function namesIn(events: readonly ReadEvent[]): Names {
  const facts = events.map(({ fact }) => fact)
  return {
    giftIds: [...new Set(facts.flatMap((fact) => ('giftId' in fact && fact.giftId !== null ? [fact.giftId] : [])))],
    subscriptionIds: [...new Set(facts.flatMap((fact) => ('subscriptionId' in fact ? [fact.subscriptionId] : [])))],
    moneyIds: [...new Set(facts.flatMap((fact) => [
      ...('invoiceId' in fact ? [fact.invoiceId] : []),
      ...('paymentIntentId' in fact && fact.paymentIntentId !== null ? [fact.paymentIntentId] : []),
    ]))],
  }
}

type GiftRow = Omit<OpenGift, 'isChanged' | 'standing'> & OpenGift['standing']

async function readGifts(tx: Tx, { giftIds, subscriptionIds }: Names): Promise<OpenGift[]> {
  if (giftIds.length === 0 && subscriptionIds.length === 0) return []
  const rows = await tx.$queryRawUnsafe<GiftRow[]>(
    `SELECT g.id::text AS "giftId", g.payment_account_id::text AS "paymentAccountId", a.code AS "accountCode", a.receivable_account_id::text AS "receivableAccountId",
       t.funding_source_id::text AS "fundingSourceId", t.campaign_id::text AS "campaignId", t.collection_method_id::text AS "collectionMethodId",
       t.fund_id::text AS "fundId", t.dues_kind_id::text AS "duesKindId", t.channel_id::text AS "channelId", g.dues_year AS "duesYear", g.area_id::text AS "areaId",
       g.frequency::text, g.donation_kind::text AS "donationKind", g.amount_yen::float8 AS "amountYen", ${jsonInstant('g.started_at')} AS "startedAt",
       g.giver_kind::text AS "giverKind", g.name, g.kana, g.contact_person AS "contactPerson", g.postal_code AS "postalCode", g.address, g.phone, g.email,
       g.receipt_wish::text AS "receiptWish", g.consent::text, g.printed_name AS "printedName", g.deceased_name AS "deceasedName", g.relationship,
       ${survivorOf('g.supporter_id')}::text AS "supporterId", g.state::text, g.session_id AS "sessionId", g.voucher_url AS "voucherUrl",
       ${jsonInstant('g.payable_until')} AS "payableUntil", g.failure
     FROM online_gift g JOIN giving_target t ON t.id = g.target_id JOIN payment_account a ON a.id = g.payment_account_id
     WHERE g.id = ANY ($1::uuid[]) OR g.id IN (SELECT gift_id FROM recurring_gift WHERE subscription_id = ANY ($2))
     ORDER BY g.id FOR UPDATE OF g`,
    giftIds, subscriptionIds,
  )
  return rows.map(({ state, sessionId, voucherUrl, payableUntil, failure, ...gift }) => ({
    ...gift, standing: { state, sessionId, voucherUrl, payableUntil, failure }, isChanged: false,
  }))
}

interface RecurringRow extends Pick<OpenRecurring, 'subscriptionId' | 'failures'> {
  readonly giftId: OpenGift['giftId']
  readonly standing: OpenRecurring['standing']
  /** Null where its amount was never changed. */
  readonly notedYen: OpenRecurring['knownYen'] | null
}

async function readRecurrings(tx: Tx, gifts: ReadonlyMap<string, OpenGift>): Promise<OpenRecurring[]> {
  const monthly = [...gifts.values()].filter(({ frequency }) => frequency === 'monthly').map(({ giftId }) => giftId)
  if (monthly.length === 0) return []
  const rows = await tx.$queryRawUnsafe<RecurringRow[]>(
    `SELECT r.gift_id::text AS "giftId", r.subscription_id AS "subscriptionId",
       jsonb_build_object('state', r.state, 'amountYen', r.amount_yen, 'nextOn', r.next_on, 'endedAt', ${jsonInstant('r.ended_at')}, 'changedAt', ${jsonInstant('r.gateway_changed_at')}) AS standing,
       (SELECT jsonb_agg(c.after_yen) FROM recurring_change c WHERE c.gift_id = r.gift_id AND c.after_yen IS NOT NULL) AS "notedYen",
       coalesce((SELECT jsonb_agg(jsonb_build_object('note', c.note, 'changedAt', ${jsonInstant('c.changed_at')})) FROM recurring_change c WHERE c.gift_id = r.gift_id AND c.kind = 'failed'), '[]') AS failures
     FROM recurring_gift r WHERE r.gift_id = ANY ($1::uuid[]) FOR UPDATE OF r`,
    monthly,
  )
  return rows.flatMap(({ giftId, notedYen, ...recurring }) => {
    const gift = gifts.get(giftId)
    if (gift === undefined) return []
    const knownYen = [gift.amountYen, recurring.standing.amountYen, ...(notedYen ?? [])]
    return [{ ...recurring, gift, knownYen, notes: [], isNew: false, isChanged: false }]
  })
}

interface PaymentRow {
  readonly paymentAccountId: string
  readonly moneyId: string
  readonly payment: OpenPayment
}

async function readPayments(tx: Tx, { moneyIds }: Names): Promise<PaymentRow[]> {
  if (moneyIds.length === 0) return []
  const rows = await tx.$queryRawUnsafe<(Omit<PaymentRow, 'payment'> & Pick<OpenPayment, 'paymentId' | 'paymentIntentId' | 'method'>)[]>(
    `SELECT id::text AS "paymentId", payment_account_id::text AS "paymentAccountId", money_id AS "moneyId", payment_intent_id AS "paymentIntentId", method
     FROM online_payment WHERE (payment_account_id, money_id) IN (SELECT a.id, n.money_id FROM payment_account a, unnest($1::text[]) AS n(money_id))
     UNION
     SELECT id::text, payment_account_id::text, money_id, payment_intent_id, method
     FROM online_payment WHERE (payment_account_id, payment_intent_id) IN (SELECT a.id, n.money_id FROM payment_account a, unnest($1::text[]) AS n(money_id))`,
    moneyIds,
  )
  return rows.map(({ paymentAccountId, moneyId, ...payment }) => ({ paymentAccountId, moneyId, payment: { ...payment, isChanged: false, toBook: null } }))
}

async function readRules(tx: Tx, today: LocalDate): Promise<Pick<OpenBooks, 'openMonths' | 'taxDateBasis'>> {
  const [rules] = await tx.$queryRaw<Pick<OpenBooks, 'openMonths' | 'taxDateBasis'>[]>`
    SELECT s.tax_date_basis::text AS "taxDateBasis", ARRAY(SELECT first_day::text FROM fiscal_period WHERE closed_at IS NULL AND first_day <= ${today}::date) AS "openMonths"
    FROM giving_settings s`
  if (rules === undefined) throw new Error('the settings of online giving are gone')
  return rules
}
