import { type PrintedReceipt, setDuesReceipts } from '@sasaeai/documents/papers/dues-receipts'
import { fromDateColumn } from '@sasaeai/db/local-date-column'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { duesReceiptsOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { receiptContentSchema } from '@sasaeai/domain/receipt/receipt-content-schema'
import { formatReceiptNumber } from '@sasaeai/domain/receipt/receipt-number'
import type { Deps } from '../deps.ts'
import { noteMissingCharacters } from '../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../document/paper-maker.ts'
import { readablePaperCouncil, readPaperHead } from '../document/read-paper-head.ts'

/** 領収書: receipts as they were issued, one sheet each with the office's copy, in the order of their numbers. */
export const duesReceiptsMaker = paperMaker('dues_receipts', duesReceiptsOrderSchema, {
  async title(deps, { receiptIds }) {
    const receipts = await readReceipts(deps, receiptIds)
    const [first] = receipts
    if (first === undefined) return fail('document_subject_gone')
    const last = receipts.at(-1) ?? first
    return succeed(receipts.length === 1 ? `領収書 ${numberOf(first)}` : `領収書 ${numberOf(first)}〜${numberOf(last)}（${receipts.length}枚）`)
  },
  async make(desk, { receiptIds }) {
    const receipts = await readReceipts(desk.deps, receiptIds)
    await desk.expect(receipts.length)
    const printed: PrintedReceipt[] = []
    for (const receipt of receipts) {
      printed.push(printedReceipt(receipt))
      await desk.advance()
    }
    const [first] = receipts
    if (first === undefined) return null
    const title = receipts.length === 1 ? `領収書_${numberOf(first)}` : `領収書_${numberOf(first)}から${receipts.length}枚`
    await noteMissingCharacters(desk, printed.map((receipt) => ({ subject: `${receipt.number} ${receipt.payer}`, words: receipt })))
    const head = await readPaperHead(desk, { title, day: desk.day })
    return { fileName: `${title}.pdf`, mediaType: pdfType, bytes: await setDuesReceipts({ ...head, receipts: printed }) }
  },
})

type StoredReceipt = Awaited<ReturnType<typeof readReceipts>>[number]

function readReceipts({ db }: Deps, receiptIds: readonly string[]) {
  return db.prisma.receipt.findMany({
    where: { id: { in: [...receiptIds] } },
    orderBy: [{ fiscalYear: 'asc' }, { receiptNumber: 'asc' }],
    include: { reissues: { orderBy: { sequence: 'desc' }, take: 1 } },
  })
}

function numberOf(receipt: Pick<StoredReceipt, 'fiscalYear' | 'receiptNumber'>): string {
  return formatReceiptNumber({ fiscalYear: fiscalYear(receipt.fiscalYear), series: 'dues', number: receipt.receiptNumber })
}

function printedReceipt(receipt: StoredReceipt): PrintedReceipt {
  const { council, payer, honorific, address, purpose, details, receivedFrom, receivedTo } = receiptContentSchema.parse(receipt.content)
  const [reissue] = receipt.reissues
  return {
    number: numberOf(receipt),
    issuedOn: formatLocalDate(fromDateColumn(receipt.issuedOn)),
    receivedOn: receivedFrom === receivedTo ? formatLocalDate(receivedTo) : `${formatLocalDate(receivedFrom)}から${formatLocalDate(receivedTo)}まで`,
    payer,
    honorific,
    address,
    amount: formatYen(yen(Number(receipt.amountYen))),
    purpose,
    details: details.map(({ label, amountYen }) => ({ label, amount: `${formatYen(amountYen)}円` })),
    council: readablePaperCouncil(council),
    reissue: reissue === undefined ? '' : `再発行（${reissue.sequence}回目　${formatLocalDate(fromDateColumn(reissue.reissuedOn))}）`,
    isVoid: receipt.voidedAt !== null,
    voidReason: receipt.voidReason,
  }
}
