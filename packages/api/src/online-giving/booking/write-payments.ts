import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { detailsOfKind } from '@sasaeai/domain/donation/gift/donation-details'
import { donationKindOf, entryOfOnlinePayment } from '@sasaeai/domain/online-giving/booking/entry-of-online-payment'
import type { Desk } from '../../deps.ts'
import { postEntries } from '../../ledger/post-entries.ts'
import type { OpenBooks, OpenPayment, PaymentToBook } from '../event/open-books.ts'
import { findGivers } from './find-givers.ts'

/** Books what is to be booked: supporters, entries, what the books do not know of gifts, and the payments themselves. */
export async function writePayments(desk: Desk, books: OpenBooks): Promise<void> {
  const payments = [...books.paymentsByMoney.values()].filter(({ isChanged }) => isChanged)
  const toBook = payments.flatMap((payment) => (payment.toBook === null ? [] : [{ payment, money: payment.toBook }]))
  if (toBook.length > 0) {
    await findGivers(desk, toBook.map(({ money }) => money.gift))
    await postPayments(desk, books, toBook.map(({ money }) => money))
    await writeDonations(desk.tx, books, toBook.map(({ money }) => money))
    await insertPayments(desk.tx, toBook)
  }
  await updatePayments(desk.tx, payments.filter((payment) => payment.toBook === null))
}

async function postPayments(desk: Desk, { ground }: OpenBooks, payments: readonly PaymentToBook[]): Promise<void> {
  await postEntries(desk, payments.map(({ entryId, gift, moneyId, amountYen, entryDate }) => {
    const entry = entryOfOnlinePayment(gift, { moneyId, amountYen, entryDate, supporterId: gift.supporterId }, { entryId, ground })
    return { entry, audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entryId, after: { entryDate, amountYen } } }
  }))
}

/** 寄附 alone: dues and drives have no such details. Who has lost somebody gives in their name, so that the giver is the 喪主. */
async function writeDonations(tx: Tx, { ground, taxDateBasis }: OpenBooks, payments: readonly PaymentToBook[]): Promise<void> {
  const donations = payments.filter(({ gift }) => ground.sources.get(gift.fundingSourceId)?.category === 'donation').map(({ entryId, gift, entryDate, paidOn }) => ({
    entryId,
    // A payment of a closed month is booked later, and is receipted as of its own day all the same.
    receivedOn: taxDateBasis === 'paid_on' && entryDate !== paidOn ? toDateColumn(paidOn) : null,
    ...detailsOfKind({
      kind: donationKindOf(gift), deceasedName: gift.deceasedName, mournerName: gift.name, relationship: gift.relationship, occasion: '', goods: '',
      channelId: gift.channelId, staff: '', consent: gift.consent, printedName: gift.printedName, note: '', instalmentId: null,
    }),
  }))
  if (donations.length > 0) await tx.donation.createMany({ data: donations })
}

async function insertPayments(tx: Tx, payments: readonly { payment: OpenPayment; money: PaymentToBook }[]): Promise<void> {
  await tx.$executeRawUnsafe(
    `INSERT INTO online_payment (id, payment_account_id, gift_id, money_id, payment_intent_id, amount_yen, method, paid_on, paid_at, entry_id)
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS p("paymentId" uuid, "paymentAccountId" uuid, "giftId" uuid, "moneyId" text, "paymentIntentId" text,
       "amountYen" bigint, method text, "paidOn" date, "paidAt" timestamptz, "entryId" uuid)`,
    JSON.stringify(payments.map(({ payment: { paymentId, paymentIntentId, method }, money: { gift, moneyId, amountYen, paidOn, paidAt, entryId } }) => ({
      paymentId, paymentAccountId: gift.paymentAccountId, giftId: gift.giftId, moneyId, paymentIntentId, amountYen, method, paidOn, paidAt, entryId,
    }))),
  )
}

async function updatePayments(tx: Tx, payments: readonly OpenPayment[]): Promise<void> {
  if (payments.length === 0) return
  await tx.$executeRawUnsafe(
    `UPDATE online_payment p SET payment_intent_id = n."paymentIntentId", method = n.method
     FROM jsonb_to_recordset($1::jsonb) AS n("paymentId" uuid, "paymentIntentId" text, method text) WHERE p.id = n."paymentId"`,
    JSON.stringify(payments.map(({ paymentId, paymentIntentId, method }) => ({ paymentId, paymentIntentId, method }))),
  )
}
