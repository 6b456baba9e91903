import { type ListColumn, setListPaper } from '@sasaeai/documents/papers/list-paper'
import { formatFiscalYear, formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { differenceOf, type FormAccount, sumOfAccounts } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-account'
import { formNumbers, type FormRun, formRunsOfYear } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-runs'
import { receiptFormStateNames } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-state'
import { receiptFormAccountOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters, piecesOfList } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { blocksInFull, type FormBlockInFull, formsOfYear } from './form-queries.ts'

/** 受払簿: the forms of a year block by block, every number with what became of it, on A4. */
export const receiptFormAccountMaker = paperMaker('receipt_form_account', receiptFormAccountOrderSchema, {
  title: async (_deps, { fiscalYear }) => succeed(`${formatFiscalYear(fiscalYear)} 領収書用紙の受払簿`),
  async make(desk, { fiscalYear }) {
    const { blocks, accounts, span } = await formsOfYear(desk.deps, fiscalYear)
    if (blocks.length === 0) return null
    await desk.expect(1)
    const full = new Map((await blocksInFull(desk.deps, blocks.map(({ blockId }) => blockId))).map((block) => [block.blockId, block]))
    const name = `${formatFiscalYear(fiscalYear)}　領収書用紙の受払簿`
    const total = sumOfAccounts(accounts.map(({ account }) => account))
    const groups = blocks.map((block) => {
      const inFull = full.get(block.blockId)
      return { heading: headingOf(block), rows: inFull === undefined ? [] : formRunsOfYear(inFull, span).map(rowOf), subtotal: null }
    })
    await noteMissingCharacters(desk, piecesOfList({ columns, groups }))
    const bytes = await setListPaper({
      ...(await readPaperHead(desk, { title: name, day: desk.day })),
      heading: name,
      notes: [`${formatLocalDate(desk.day < span.lastDay ? desk.day : span.lastDay)}現在`, ...accounts.map(({ series, account }) => `${series}：${accountWords(account)}`)],
      isWide: false,
      columns,
      groups,
      total: ['合計', groupDigits(total.carried + total.received), '', '', `手元 ${groupDigits(total.onHand)}枚`, '', '', ''],
    })
    await desk.advance()
    return { fileName: `領収書用紙の受払簿_${formatFiscalYear(fiscalYear)}.pdf`, mediaType: pdfType, bytes }
  },
})

const columns: readonly ListColumn[] = [
  { heading: '番号', mm: 30 },
  { heading: '枚数', mm: 13, side: 'end' },
  { heading: '状態', mm: 17 },
  { heading: '日付', mm: 18 },
  { heading: '交付先', fr: 1 },
  { heading: '金額（円）', mm: 22, side: 'end' },
  { heading: '伝票', mm: 13, side: 'end' },
  { heading: '備考', mm: 25 },
]

function headingOf({ keeper, account, ...block }: Pick<FormBlockInFull, 'series' | 'firstNumber' | 'lastNumber' | 'receivedOn' | 'keeper'> & { readonly account: FormAccount }): string {
  const kept = keeper === '' ? '' : `　保管 ${keeper}`
  return `${block.series}　${formNumbers(block)}　（${formatLocalDateShort(block.receivedOn)}受取り${kept}）　${accountWords(account)}`
}

/** 繰越0＋受入50＝交付2＋書き損じ2＋返納20＋手元26, 差0 */
function accountWords(account: FormAccount): string {
  const words = (name: string, count: number) => `${name}${groupDigits(count)}`
  const { carried, received, issued, spoiled, returned, onHand } = account
  const came = [words('繰越', carried), words('受入', received)].join('＋')
  const went = [words('交付', issued), words('書き損じ', spoiled), words('返納', returned), words('手元', onHand)].join('＋')
  const difference = differenceOf(account)
  return difference === 0 ? `${came}＝${went}　差0` : `${came}　${went}　差${groupDigits(difference)}`
}

function rowOf({ form, ...range }: FormRun): string[] {
  const count = groupDigits(range.lastNumber - range.firstNumber + 1)
  if (form === null) return [formNumbers(range), count, receiptFormStateNames.on_hand, '', '', '', '', '']
  const { state, usedOn, recipient, amountYen, entryNumber, note } = form
  return [
    formNumbers(range), count, receiptFormStateNames[state], formatLocalDateShort(usedOn), recipient, amountYen === null ? '' : formatYen(amountYen),
    entryNumber === null ? '' : String(entryNumber), note,
  ]
}
