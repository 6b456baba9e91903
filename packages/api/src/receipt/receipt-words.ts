import { yen } from '@sasaeai/domain/money/yen'
import type { ReceiptContent, ReceiptWords } from '@sasaeai/domain/receipt/receipt-content'
import { type ReceivedSubject, receiptSubjectNames } from '@sasaeai/domain/receipt/receipt-subject'
import { receivedDuesWords } from '@sasaeai/domain/receipt/received-dues-words'
import { type ReceivedGiftLine, receivedGiftWords, receivedGoodsWords } from '@sasaeai/domain/receipt/received-gift-words'
import { honorificOf } from '@sasaeai/domain/supporter/honorific'
import type { ReceivedPayment } from './read-payments.ts'

/** What a receipt says of payments of one subject. */
export function wordsOfPayments(subject: ReceivedSubject, payments: readonly ReceivedPayment[]): ReceiptWords {
  switch (subject) {
    case 'dues': {
      const words = receivedDuesWords(payments.flatMap(({ duesYear, duesKindName, amountYen, receivedOn }) =>
        duesYear === null || duesKindName === null ? [] : [{ duesYear, duesKindName, amountYen: yen(amountYen), receivedOn }]))
      // One line would say what 但し書き and amount say.
      return words.details.length > 1 ? words : { ...words, details: [] }
    }
    case 'donation':
      return receivedGiftWords(payments.map(giftLineOf))
    case 'goods':
      return receivedGoodsWords(payments.map(giftLineOf))
  }
}

export function giftLineOf({ fundName, goods, sponsorship, amountYen, receivedOn }: ReceivedPayment): ReceivedGiftLine {
  return { fundName, goods, sponsorship, amountYen: yen(amountYen), receivedOn }
}

/** What a payment is for in a list: 会員種別, what was sponsored, or 使途・基金. */
export function purposeOf({ duesKindName, sponsorship, fundName, subject }: ReceivedPayment): string {
  return duesKindName ?? sponsorship ?? fundName ?? receiptSubjectNames[subject]
}

/** To whom a receipt is made out: whoever paid by name, or the association. */
export function payerOf({ supporterName, supporterKind, honorific, areaName, address }: ReceivedPayment): Pick<ReceiptContent, 'payer' | 'honorific' | 'address'> {
  return { payer: supporterName ?? areaName ?? '', honorific: supporterKind === null ? '御中' : honorificOf(supporterKind, honorific), address }
}
