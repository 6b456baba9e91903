import { type DuesYearPaper, setDuesYearPaper } from '@sasaeai/documents/papers/dues-year-paper'
import type { ListColumn } from '@sasaeai/documents/papers/list-paper'
import type { TablePart } from '@sasaeai/documents/papers/table-part'
import { householdBasisNames } from '@sasaeai/domain/area/household-basis'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { duesYearOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { memberCounter } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import { changeYen, type DuesYear, enrollmentOf, totalOfKinds, yearOfKind, yearTotal } from '@sasaeai/domain/membership-dues/year/dues-year'
import { duesYearNotes } from '@sasaeai/domain/membership-dues/year/dues-year-notes'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatRatio, formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { addYen, formatYenDelta, negateYen, type Yen } from '@sasaeai/domain/money/yen'
import { succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { readDuesYear } from './dues-year-query.ts'

/** 年間のまとめ for the board: one A4. */
export const duesYearMaker = paperMaker('dues_year', duesYearOrderSchema, {
  title: async (_deps, { fiscalYear }) => succeed(`${formatFiscalYear(fiscalYear)} 社協会費のまとめ`),
  async make(desk, { fiscalYear, until = desk.day, postedUntil }) {
    await desk.expect(1)
    const year = await readDuesYear(desk.deps, { fiscalYear, until, postedUntil })
    const yearName = formatFiscalYear(fiscalYear)
    const parts = partsOf(year)
    await noteMissingCharacters(desk, [{ subject: '', words: parts }])
    const head = await readPaperHead(desk, { title: `${yearName} 社協会費のまとめ`, day: until })
    const bytes = await setDuesYearPaper({ ...head, ...parts })
    await desk.advance()
    return { fileName: `社協会費のまとめ_${yearName}_${until}.pdf`, mediaType: pdfType, bytes }
  },
})

function partsOf(year: DuesYear): Omit<DuesYearPaper, 'title' | 'day' | 'council' | 'isDemo'> {
  const { cut, years } = year
  return {
    heading: `${formatFiscalYear(cut.fiscalYear)}　社協会費のまとめ`,
    notes: [`${formatLocalDate(cut.until)}までの受入れ（前年は${formatLocalDate(cut.lastUntil)}まで）`],
    kinds: kindPart(year),
    shareBack: shareBackPart(year),
    trend: trendPart(year),
    bars: years.map((each) => ({
      name: formatFiscalYear(each.fiscalYear),
      yen: Math.max(0, yearTotal(each)),
      words: `${formatYenDelta(yearTotal(each))}円`,
      isNow: each.fiscalYear === cut.fiscalYear,
    })),
    districts: districtPart(year),
    footnotes: duesYearNotes(year),
  }
}

const figure = (heading: string, mm: number): ListColumn => ({ heading, mm, side: 'end' })

const kindColumns: readonly ListColumn[] = [
  { heading: '会員種別', fr: 1 },
  figure('会員数', 23),
  figure('前年', 23),
  figure('口数', 12),
  figure('前年', 12),
  figure('会費（円）', 25),
  figure('前年（円）', 25),
  figure('差（円）', 24),
  figure('前年比', 15),
]

function kindPart({ kinds }: DuesYear): TablePart {
  const total = totalOfKinds(kinds)
  const units = (count: number | null) => (count === null ? '' : groupDigits(count))
  return {
    title: '会員と会費',
    columns: kindColumns,
    rows: kinds.map((kind) => {
      const { name, payer, now, last } = kind
      const members = (count: number) => `${groupDigits(count)}${memberCounter(payer)}`
      const counts = [members(now.members), members(last.members), units(now.units), units(last.units)]
      return [name, ...counts, ...amounts(now.receivedYen, last.receivedYen, changeYen(kind))]
    }),
    total: ['合計', '', '', '', '', ...amounts(total.nowYen, total.lastYen, total.changeYen)],
  }
}

function amounts(nowYen: Yen, lastYen: Yen, change: Yen): string[] {
  return [formatYenDelta(nowYen), formatYenDelta(lastYen), formatYenDelta(change), formatYearOnYear(nowYen, lastYen)]
}

function shareBackPart({ shareBack }: DuesYear): TablePart {
  return {
    title: '還元金（支払済み）',
    columns: [{ heading: '科目', fr: 1 }, figure('支払額（円）', 27), figure('前年（円）', 27), figure('差（円）', 29), figure('前年比', 16)],
    rows: shareBack.map(({ accountName, nowYen, lastYen }) => [accountName, ...amounts(nowYen, lastYen, addYen(nowYen, negateYen(lastYen)))]),
    total: null,
  }
}

function trendPart({ kinds, years }: DuesYear): TablePart {
  return {
    title: `${years.length}年間の推移（円）`,
    columns: [{ heading: '年度', fr: 1 }, ...kinds.map(({ name }) => figure(name, 25)), figure('合計', 27)],
    rows: years.map((year) => [
      formatFiscalYear(year.fiscalYear),
      ...kinds.map(({ duesKindId }) => formatYenDelta(yearOfKind(year, duesKindId))),
      formatYenDelta(yearTotal(year)),
    ]),
    total: null,
  }
}

function districtPart({ districts: { typeName, origin, rows } }: DuesYear): TablePart {
  const whole = enrollmentOf(rows)
  const count = (households: number | null | undefined) => (households === null || households === undefined ? '—' : groupDigits(households))
  return {
    title: `${typeName}別の加入率`,
    columns: [
      { heading: typeName, fr: 1 },
      figure('納入世帯', 17),
      figure(origin === null ? '世帯数' : householdBasisNames[origin.basis], 27),
      figure('加入率', 15),
    ],
    rows: rows.map(({ name, paidHouseholds, households }) => [
      name,
      groupDigits(paidHouseholds),
      count(households),
      formatRatio(paidHouseholds, households),
    ]),
    total: ['合計', count(whole?.paidHouseholds), count(whole?.households), formatRatio(whole?.paidHouseholds, whole?.households)],
  }
}
