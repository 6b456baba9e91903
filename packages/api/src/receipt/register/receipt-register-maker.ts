import { type ListColumn, setListPaper } from '@sasaeai/documents/papers/list-paper'
import { formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { receiptRegisterOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYen } from '@sasaeai/domain/money/yen'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { registerStateNames } from '@sasaeai/domain/receipt/register-state'
import { noteMissingCharacters, piecesOfList } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { readWholeRegister, type RegisterRow } from './register-queries.ts'
import { nameOfRegister, remarksOf, wordsOfCounts } from './register-words.ts'

/** 番号簿 on A4: every number of a series in a year, none left out. */
export const receiptRegisterMaker = paperMaker('receipt_register', receiptRegisterOrderSchema, {
  async title(deps, order) {
    const name = await nameOfRegister(deps, order)
    return name === null ? fail('document_subject_gone') : succeed(name)
  },
  async make(desk, order) {
    const name = await nameOfRegister(desk.deps, order)
    const { rows, counts } = await readWholeRegister(desk.deps, order)
    if (name === null || rows.length === 0) return null
    await desk.expect(1)
    const groups = [{ heading: '', rows: rows.map(cellsOf), subtotal: null }]
    await noteMissingCharacters(desk, piecesOfList({ columns, groups }))
    const bytes = await setListPaper({
      ...(await readPaperHead(desk, { title: name, day: desk.day })),
      heading: name,
      notes: [order.postedUntil === undefined ? `${formatLocalDate(desk.day)}現在` : postedUntilWords(order.postedUntil), wordsOfCounts(counts)],
      isWide: false,
      columns,
      groups,
      total: ['有効の合計', '', '', '', formatYen(counts.liveYen), ''],
    })
    await desk.advance()
    return { fileName: `${name.replaceAll('　', '_')}.pdf`, mediaType: pdfType, bytes }
  },
})

const columns: readonly ListColumn[] = [
  { heading: '番号', mm: 30 },
  { heading: '発行日', mm: 18 },
  { heading: '状態', mm: 13 },
  { heading: '宛名', fr: 1 },
  { heading: '金額（円）', mm: 24, side: 'end' },
  { heading: '摘要', mm: 48 },
]

function cellsOf(row: RegisterRow): string[] {
  const { number, printed, state, issuedOn, payer, amountYen } = row
  return [printed ?? `${number}番`, issuedOn === null ? '' : formatLocalDateShort(issuedOn), registerStateNames[state], payer, amountYen === null ? '' : formatYen(amountYen), remarksOf(row)]
}
