import { type PrintedInterimReceipt, setInterimReceipts } from '@sasaeai/documents/papers/interim-receipts'
import { fromDateColumn } from '@sasaeai/db/local-date-column'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { interimReceiptContentSchema } from '@sasaeai/domain/community-chest/interim-receipt/interim-receipt-content'
import { formatInterimReceiptNumber } from '@sasaeai/domain/community-chest/interim-receipt/interim-receipt-number'
import { interimReceiptsOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readablePaperCouncil, readPaperHead } from '../../document/read-paper-head.ts'

/** 預り証 as they were issued, one sheet each with the office's copy, in the order of their numbers. */
export const interimReceiptsMaker = paperMaker('interim_receipts', interimReceiptsOrderSchema, {
  async title(deps, { interimReceiptIds }) {
    const receipts = await readInterimReceipts(deps, interimReceiptIds)
    const [first] = receipts
    if (first === undefined) return fail('document_subject_gone')
    const last = receipts.at(-1) ?? first
    return succeed(receipts.length === 1 ? `預り証 ${numberOf(first)}` : `預り証 ${numberOf(first)}〜${numberOf(last)}（${receipts.length}枚）`)
  },
  async make(desk, { interimReceiptIds }) {
    const receipts = await readInterimReceipts(desk.deps, interimReceiptIds)
    await desk.expect(receipts.length)
    const [first] = receipts
    if (first === undefined) return null
    const title = receipts.length === 1 ? `預り証_${numberOf(first)}` : `預り証_${numberOf(first)}から${receipts.length}枚`
    const printed = receipts.map(printedReceipt)
    await noteMissingCharacters(desk, printed.map((receipt) => ({ subject: `${receipt.number} ${receipt.payer}`, words: receipt })))
    const head = await readPaperHead(desk, { title, day: desk.day })
    const bytes = await setInterimReceipts({ ...head, receipts: printed })
    await desk.advance(receipts.length)
    return { fileName: `${title}.pdf`, mediaType: pdfType, bytes }
  },
})

type StoredInterimReceipt = Awaited<ReturnType<typeof readInterimReceipts>>[number]

function readInterimReceipts({ db }: Deps, ids: readonly string[]) {
  return db.prisma.interimReceipt.findMany({ where: { id: { in: [...ids] } }, orderBy: [{ fiscalYear: 'asc' }, { receiptNumber: 'asc' }] })
}

function numberOf(receipt: Pick<StoredInterimReceipt, 'fiscalYear' | 'receiptNumber'>): string {
  return formatInterimReceiptNumber({ fiscalYear: fiscalYear(receipt.fiscalYear), number: receipt.receiptNumber })
}

function printedReceipt(receipt: StoredInterimReceipt): PrintedInterimReceipt {
  const { council, details, receivedFrom, receivedTo, ...words } = interimReceiptContentSchema.parse(receipt.content)
  return {
    ...words,
    number: numberOf(receipt),
    issuedOn: formatLocalDate(fromDateColumn(receipt.issuedOn)),
    receivedOn: receivedFrom === receivedTo ? formatLocalDate(receivedTo) : `${formatLocalDate(receivedFrom)}から${formatLocalDate(receivedTo)}まで`,
    amount: formatYen(yen(Number(receipt.amountYen))),
    details: details.map(({ label, amountYen }) => ({ label, amount: `${formatYen(amountYen)}円` })),
    council: readablePaperCouncil(council),
    isVoid: receipt.voidedAt !== null,
    voidReason: receipt.voidReason,
  }
}
