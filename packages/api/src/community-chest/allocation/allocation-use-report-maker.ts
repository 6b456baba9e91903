import { type ListColumn, setListPaper } from '@sasaeai/documents/papers/list-paper'
import { formatFiscalYear, formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { originOfAllocation } from '@sasaeai/domain/community-chest/allocation/allocation-receipt-entry'
import { allocationStanding, reportStateNames, reportStateOf, sumOfStandings } from '@sasaeai/domain/community-chest/allocation/allocation-standing'
import { allocationUseReportOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, formatYenDelta } from '@sasaeai/domain/money/yen'
import { succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { type Allocation, allocationsOfYear, type AllocationUse } from './allocation-queries.ts'

/** 使途報告: what was allocated in a year, and what it was used for, on A4. */
export const allocationUseReportMaker = paperMaker('allocation_use_report', allocationUseReportOrderSchema, {
  title: async (_deps, { fiscalYear }) => succeed(`${formatFiscalYear(fiscalYear)} 配分金の使途報告`),
  async make(desk, { fiscalYear }) {
    const { allocations } = await allocationsOfYear(desk.deps, fiscalYear)
    if (allocations.length === 0) return null
    await desk.expect(1)
    const name = `${formatFiscalYear(fiscalYear)}　共同募金配分金の使途報告`
    const total = sumOfStandings(allocations.map(allocationStanding))
    const uses = allocations.flatMap((allocation) => allocation.uses)
    await noteMissingCharacters(desk, uses.map((use) => ({ subject: use.projectName, words: use })))
    const bytes = await setListPaper({
      ...(await readPaperHead(desk, { title: name, day: desk.day })),
      heading: name,
      notes: [`${formatLocalDate(desk.day)}現在　決定額 ${formatYen(total.decidedYen)}円　受入額 ${formatYenDelta(total.receivedYen)}円　使途の額 ${formatYenDelta(total.usedYen)}円　使途が決まっていない額 ${formatYenDelta(total.remainingYen)}円`],
      isWide: true,
      columns,
      groups: allocations.map((allocation) => groupOf(allocation, desk.day)),
      total: ['合計', '', formatYenDelta(total.usedYen), '', '', '', ''],
    })
    await desk.advance()
    return { fileName: `配分金の使途報告_${formatFiscalYear(fiscalYear)}.pdf`, mediaType: pdfType, bytes }
  },
})

const columns: readonly ListColumn[] = [
  { heading: '団体', mm: 44 },
  { heading: '事業名', mm: 48 },
  { heading: '助成額（円）', mm: 24, side: 'end' },
  { heading: '対象者', mm: 17, side: 'end' },
  { heading: '活動内容', fr: 1 },
  { heading: 'ありがとうメッセージ', fr: 1 },
  { heading: '報告', mm: 34 },
]

function groupOf(allocation: Allocation, today: LocalDate) {
  const { decidedYen, receivedYen, usedYen, remainingYen } = allocationStanding(allocation)
  const heading = `${allocation.name}（${originOfAllocation(allocation)}）　決定額 ${formatYen(decidedYen)}円　受入額 ${formatYenDelta(receivedYen)}円`
  const rest = `使途が決まっていない額 ${formatYenDelta(remainingYen)}円`
  return { heading, rows: allocation.uses.map((use) => rowOf(use, today)), subtotal: ['小計', '', formatYenDelta(usedYen), '', rest, '', ''] }
}

function rowOf(use: AllocationUse, today: LocalDate): string[] {
  const { groupName, projectName, amountYen, beneficiaries, activity, message, reportedOn } = use
  const report = reportedOn === null ? reportStateNames[reportStateOf(use, today)] : `${formatLocalDateShort(reportedOn)}報告済み`
  return [groupName, projectName, formatYen(amountYen), beneficiaries === null ? '—' : `${groupDigits(beneficiaries)}人`, activity, message, report]
}
