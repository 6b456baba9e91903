import type { ListColumn } from '@sasaeai/documents/papers/list-paper'
import type { WorkbookColumn } from '@sasaeai/documents/write-workbook'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { shareBackPaymentListOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { differenceOf, payableYen } from '@sasaeai/domain/membership-dues/share-back/share-back'
import { shareBackRunName } from '@sasaeai/domain/membership-dues/share-back/share-back-entry'
import { formatYen, formatYenDelta, sumYen, type Yen } from '@sasaeai/domain/money/yen'
import { makeListFile } from '../../document/make-list-file.ts'
import { paperMaker } from '../../document/paper-maker.ts'
import { readShareBackRun, type ShareBackOfPayee, type ShareBackRun } from './read-share-back-run.ts'
import { basisOfShareBack, titleOfShareBack } from './share-back-words.ts'

const columns: readonly ListColumn[] = [
  { heading: 'コード', mm: 15 },
  { heading: '渡す先', fr: 1 },
  { heading: '納入額', mm: 25, side: 'end' },
  { heading: '還元額', mm: 23, side: 'end' },
  { heading: '支払済み', mm: 23, side: 'end' },
  { heading: '差額', mm: 23, side: 'end' },
  { heading: '今回の支払', mm: 23, side: 'end' },
  { heading: '伝票', mm: 13, side: 'end' },
]
const sheetColumns: readonly WorkbookColumn[] = [
  { heading: 'コード' },
  { heading: '渡す先' },
  { heading: '会員種別' },
  { heading: '納入額', kind: 'yen' },
  { heading: '還元額', kind: 'yen' },
  { heading: '支払済み', kind: 'yen' },
  { heading: '差額', kind: 'yen' },
  { heading: '今回の支払', kind: 'yen' },
  { heading: '支払日', kind: 'date' },
  { heading: '伝票番号', kind: 'count' },
]

/** 支払一覧表 of a calculation: every payee with what it gets, and the sum of all; in Excel kind by kind. */
export const shareBackPaymentListMaker = paperMaker('share_back_payment_list', shareBackPaymentListOrderSchema, {
  title: (deps, { runId }) => titleOfShareBack(deps, runId, '支払一覧表'),
  async make(desk, { runId, format }) {
    const run = await readShareBackRun(desk.deps, runId)
    if (run === null) return null
    await desk.expect(run.payees.length)
    const runName = shareBackRunName(run)
    const paid = run.paidOn === null ? '確認用（支払前）' : `支払日 ${formatLocalDate(run.paidOn)}`
    const file = await makeListFile(desk, format, {
      name: `還元金支払一覧表_${runName.replace(' ', '_')}`,
      heading: `${runName}　支払一覧表`,
      notes: [`${basisOfShareBack(run)}　${paid}`, '差額が△の渡す先には今回は支払わず、次回の計算で精算します。'],
      isWide: false,
      columns,
      groups: groupsOf(run),
      total: ['', `合計（支払 ${run.payees.filter(({ lines }) => payableYen(lines) > 0).length}件）`, ...figuresOf(run.payees), ''],
      sheet: { columns: sheetColumns, rows: run.payees.flatMap((payee) => sheetRows(payee, run)), total: ['', '合計', '', ...sumsOf(run.payees), null, null] },
    })
    await desk.advance(run.payees.length)
    return file
  },
})

/** Below the area above them, where payees are not the areas right below the council. */
function groupsOf({ payees }: ShareBackRun) {
  return [...Map.groupBy(payees, ({ aboveName }) => aboveName ?? '')].map(([heading, group]) => ({
    heading,
    rows: group.map((payee) => [payee.code, payee.name, ...figuresOf([payee]), payee.payment === null ? '' : String(payee.payment.entryNumber)]),
    subtotal: heading === '' ? null : ['', '小計', ...figuresOf(group), ''],
  }))
}

function figuresOf(payees: readonly ShareBackOfPayee[]): string[] {
  const [receivedYen, earnedYen, alreadyYen, differenceYen, paidYen] = sumsOf(payees)
  return [...[receivedYen, earnedYen, alreadyYen, differenceYen].map(formatYenDelta), formatYen(paidYen)]
}

/** 納入額, 還元額, 支払済み, 差額 and 今回の支払, in yen. */
function sumsOf(payees: readonly ShareBackOfPayee[]): readonly [Yen, Yen, Yen, Yen, Yen] {
  const lines = payees.flatMap((payee) => payee.lines)
  return [
    sumYen(lines.map(({ receivedYen }) => receivedYen)),
    sumYen(lines.map(({ earnedYen }) => earnedYen)),
    sumYen(lines.map(({ alreadyYen }) => alreadyYen)),
    sumYen(lines.map(differenceOf)),
    sumYen(payees.map((payee) => payableYen(payee.lines))),
  ]
}

/** The payment stands on the payee's first line, so that the column adds up to what was paid. */
function sheetRows({ code, name, lines, payment }: ShareBackOfPayee, { kinds, paidOn }: ShareBackRun): (string | number | null)[][] {
  const kindNames = new Map(kinds.map((kind) => [kind.duesKindId, kind.name]))
  return lines.map((line, index) => [
    code,
    name,
    kindNames.get(line.duesKindId) ?? '',
    line.receivedYen,
    line.earnedYen,
    line.alreadyYen,
    differenceOf(line),
    index === 0 ? payableYen(lines) : 0,
    paidOn,
    payment?.entryNumber ?? null,
  ])
}
