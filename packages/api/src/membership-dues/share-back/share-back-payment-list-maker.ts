import type { ListColumn } from '@sasaeai/documents/papers/list-paper'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { shareBackPaymentListOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { differenceOf, payableYen } from '@sasaeai/domain/membership-dues/share-back/share-back'
import { shareBackRunName } from '@sasaeai/domain/membership-dues/share-back/share-back-entry'
import { formatYen, formatYenDelta, sumYen, type Yen } from '@sasaeai/domain/money/yen'
import { makeListPaper } from '../../document/make-list-file.ts'
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

/** 支払一覧表 of a calculation: every payee with what it gets, and the sum of all. */
export const shareBackPaymentListMaker = paperMaker('share_back_payment_list', shareBackPaymentListOrderSchema, {
  title: (deps, { runId }) => titleOfShareBack(deps, runId, '支払一覧表'),
  async make(desk, { runId }) {
    const run = await readShareBackRun(desk.deps, runId)
    if (run === null) return null
    await desk.expect(run.payees.length)
    const runName = shareBackRunName(run)
    const paid = run.paidOn === null ? '確認用（支払前）' : `支払日 ${formatLocalDate(run.paidOn)}`
    const paper = await makeListPaper(desk, {
      name: `還元金支払一覧表_${runName.replace(' ', '_')}`,
      heading: `${runName}　支払一覧表`,
      notes: [`${basisOfShareBack(run)}　${paid}`, '差額が△の渡す先には今回は支払わず、次回の計算で精算します。'],
      isWide: false,
      columns,
      groups: groupsOf(run),
      total: ['', `合計（支払 ${run.payees.filter(({ lines }) => payableYen(lines) > 0).length}件）`, ...figuresOf(run.payees), ''],
    })
    await desk.advance(run.payees.length)
    return paper
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
