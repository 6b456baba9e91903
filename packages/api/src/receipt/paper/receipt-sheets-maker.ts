import { setReceiptSheets } from '@sasaeai/documents/papers/receipt-sheets'
import { duesReceiptsOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { type MadePaper, type PaperDesk, paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { keepReceiptPapers } from './keep-receipt-papers.ts'
import { type IssuedSheet, printedReceiptOf, readSeals, readSheets } from './printed-receipt.ts'
import { readReceiptPaper } from './read-receipt-paper.ts'

/**
 * 領収書 to print: a single one is its kept PDF, byte for byte; several stand on as many sheets as they need, set from the
 * same frozen words, in the order of their numbers. (The kind is called after the first receipts there were, those of dues.)
 */
export const receiptSheetsMaker = paperMaker('dues_receipts', duesReceiptsOrderSchema, {
  async title({ db }, { receiptIds }) {
    const sheets = await readSheets(db, receiptIds)
    return sheets.length === 0 ? fail('document_subject_gone') : succeed(`領収書 ${nameOf(sheets)}`)
  },
  async make(desk, { receiptIds }) {
    const sheets = await readSheets(desk.deps.db, receiptIds)
    const [only] = sheets
    if (only === undefined) return null
    await desk.expect(sheets.length)
    await noteMissingCharacters(desk, sheets.map((sheet) => ({ subject: `${sheet.number} ${sheet.content.payer}`, words: printedReceiptOf(sheet) })))
    const title = `領収書_${nameOf(sheets)}`
    if (sheets.length > 1) {
      const paper = await makeReceiptSheets(desk, { title, sheets })
      await desk.advance(sheets.length)
      return paper
    }
    const paper = await readReceiptPaper(desk.deps, only.receiptId)
    await desk.advance()
    return paper === null ? null : { fileName: `${title}.pdf`, mediaType: pdfType, bytes: paper.bytes }
  },
})

function nameOf(sheets: readonly IssuedSheet[]): string {
  const [first] = sheets
  const last = sheets.at(-1)
  if (first === undefined || last === undefined) return ''
  return sheets.length === 1 ? first.number : `${first.number}〜${last.number}（${sheets.length}枚）`
}

/** Receipts on sheets to print; the PDF of each one is kept as well, where it was not before. @throws PaperNotSet */
export async function makeReceiptSheets(desk: PaperDesk, { title, sheets }: { title: string; sheets: readonly IssuedSheet[] }): Promise<MadePaper> {
  await keepReceiptPapers(desk.deps, sheets)
  const head = await readPaperHead(desk, { title, day: desk.day })
  const layouts = new Set(sheets.map(({ content }) => content.layout))
  // Sheets of both kinds in one file would have to be sorted in the printer.
  const layout = layouts.size === 1 && layouts.has('triple') ? 'triple' : 'single'
  const bytes = await setReceiptSheets({ ...head, layout, receipts: sheets.map(printedReceiptOf), seals: await readSeals(desk.deps.db, sheets) })
  return { fileName: `${title}.pdf`, mediaType: pdfType, bytes }
}
