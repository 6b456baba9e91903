import { type CashCountSlip, setCashCountSlip } from '@sasaeai/documents/papers/cash-count-slip'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { amountOfKind, denominations } from '@sasaeai/domain/community-chest/point/cash-pieces'
import { countText } from '@sasaeai/domain/community-chest/result/count-text'
import { cashCountSlipOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { type CashCountRow, readCashCount } from './cash-count-queries.ts'

/** 計数票: one count, for the file of slips. */
export const cashCountSlipMaker = paperMaker('cash_count_slip', cashCountSlipOrderSchema, {
  async title(deps, { countId }) {
    const count = await readCashCount(deps, countId)
    return count === null ? fail('document_subject_gone') : succeed(titleOf(count))
  },
  async make(desk, { countId }) {
    await desk.expect(1)
    const count = await readCashCount(desk.deps, countId)
    if (count === null) return null
    const slip = wordsOf(count)
    await noteMissingCharacters(desk, [{ subject: titleOf(count), words: slip }])
    const bytes = await setCashCountSlip({ ...(await readPaperHead(desk, { title: titleOf(count), day: count.countedOn })), ...slip })
    await desk.advance()
    return { fileName: `${titleOf(count).replaceAll(' ', '_')}.pdf`, mediaType: pdfType, bytes }
  },
})

function titleOf({ fiscalYear, entryNumber }: CashCountRow): string {
  return `計数票 ${formatFiscalYear(fiscalYear)} 伝票${entryNumber}番`
}

function wordsOf(count: CashCountRow): Omit<CashCountSlip, 'title' | 'day' | 'council' | 'isDemo'> {
  const fact = (label: string, text: string | null) => (text === null || text === '' ? [] : [{ label, text }])
  return {
    mark: markOf(count),
    facts: [
      ...fact('計数日', formatLocalDate(count.countedOn)),
      ...fact('運動', count.campaignName),
      ...fact('募金方法', count.methodName),
      ...fact('場所・機会', count.pointName),
      ...fact('地域', count.areaName),
      ...fact('件数', count.count === 0 ? null : countText(count.count, count.countMeaning)),
      ...fact('伝票番号', `${count.entryNumber}番`),
    ],
    kinds: denominations.map((denomination) => {
      const pieces = count.pieces[denomination] ?? 0
      return { name: `${groupDigits(denomination)}円`, pieces: `${groupDigits(pieces)}枚`, amount: formatYen(amountOfKind(denomination, pieces)) }
    }),
    total: formatYen(count.amountYen),
    counters: count.countedBy.split('、'),
  }
}

function markOf({ undoneOn, correctedByNumber }: CashCountRow): string {
  if (undoneOn === null) return ''
  return correctedByNumber === null ? `${formatLocalDate(undoneOn)}取消済み` : `伝票${correctedByNumber}番に訂正済み`
}
