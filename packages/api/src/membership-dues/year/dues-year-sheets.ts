import type { WorkbookColumn, WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { householdBasisNames } from '@sasaeai/domain/area/household-basis'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { changeYen, type DuesYear, enrollmentOf, totalOfKinds, yearOfKind, yearTotal } from '@sasaeai/domain/membership-dues/year/dues-year'
import { memberCounter } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import { formatRatio, formatYearOnYear } from '@sasaeai/domain/money/ratio'

/** 年間のまとめ as the sheets of a workbook: the kinds, the 加入率 of each 校区, the years. */
export function duesYearSheets(year: DuesYear): WorkbookSheet[] {
  return [kindSheet(year), districtSheet(year), trendSheet(year)]
}

const kindColumns: readonly WorkbookColumn[] = [
  { heading: '会員種別' },
  { heading: '会員数', kind: 'count' },
  { heading: '前年同日の会員数', kind: 'count' },
  { heading: '数え方' },
  { heading: '口数', kind: 'count' },
  { heading: '前年同日の口数', kind: 'count' },
  { heading: '会費（円）', kind: 'yen' },
  { heading: '前年同日（円）', kind: 'yen' },
  { heading: '差（円）', kind: 'yen' },
  { heading: '前年比' },
]

function kindSheet({ kinds, shareBack }: DuesYear): WorkbookSheet {
  const total = totalOfKinds(kinds)
  return {
    name: '会員種別',
    columns: kindColumns,
    rows: [
      ...kinds.map((kind) => {
        const { name, payer, now, last } = kind
        const yearOnYear = formatYearOnYear(now.receivedYen, last.receivedYen)
        return [name, now.members, last.members, memberCounter(payer), now.units, last.units, now.receivedYen, last.receivedYen, changeYen(kind), yearOnYear]
      }),
      ...shareBack.map(({ accountName, nowYen, lastYen }) => [
        `還元金（${accountName}）`, null, null, '', null, null, nowYen, lastYen, nowYen - lastYen, formatYearOnYear(nowYen, lastYen),
      ]),
    ],
    total: ['会費の合計（還元金を除く）', null, null, '', null, null, total.nowYen, total.lastYen, total.changeYen, formatYearOnYear(total.nowYen, total.lastYen)],
  }
}

function districtSheet({ districts: { typeName, origin, rows } }: DuesYear): WorkbookSheet {
  const counted = origin === null ? '世帯数' : `${householdBasisNames[origin.basis]}（${formatLocalDateShort(origin.asOf)}）`
  const whole = enrollmentOf(rows)
  return {
    name: '加入率',
    columns: [{ heading: 'コード' }, { heading: typeName }, { heading: '納入した世帯', kind: 'count' }, { heading: counted, kind: 'count' }, { heading: '加入率' }],
    rows: rows.map(({ code, name, paidHouseholds, households }) => [code, name, paidHouseholds, households, formatRatio(paidHouseholds, households)]),
    total: ['', '合計', whole?.paidHouseholds ?? null, whole?.households ?? null, formatRatio(whole?.paidHouseholds, whole?.households)],
  }
}

function trendSheet({ kinds, years }: DuesYear): WorkbookSheet {
  return {
    name: '年度の推移',
    columns: [{ heading: '年度' }, ...kinds.map(({ name }) => ({ heading: `${name}（円）`, kind: 'yen' as const })), { heading: '合計（円）', kind: 'yen' }],
    rows: years.map((year) => [
      formatFiscalYear(year.fiscalYear),
      ...kinds.map(({ duesKindId }) => yearOfKind(year, duesKindId)),
      yearTotal(year),
    ]),
  }
}
