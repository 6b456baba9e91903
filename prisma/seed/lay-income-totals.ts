import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { type FiscalYear, firstDayOf, fiscalYear, fiscalYearOf, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { idAt } from './book-bundles.ts'
import type { DemoOffice } from './demo-ground.ts'
import { randomStream } from './random-stream.ts'

/** A line of the demo's whole income: what it came to in the present year, and what it grows by from year to year. */
interface DemoLine {
  readonly code: string
  readonly thousands: number
  readonly growth: number
  /** Whether the demo's ledger holds it in the years that it has. */
  readonly isBooked: boolean
  /** Times of the usual, in some fiscal years. */
  readonly unusual?: Readonly<Record<number, number>>
}

const lines: readonly DemoLine[] = [
  { code: '10', thousands: 35_400, growth: -0.021, isBooked: true },
  { code: '20', thousands: 16_100, growth: -0.018, isBooked: true },
  { code: '30', thousands: 13_000, growth: 0.02, isBooked: true, unusual: { 2020: 1.35, 2021: 1.18 } },
  { code: '40', thousands: 45_600, growth: 0.015, isBooked: true },
  { code: '41', thousands: 6_240, growth: 0.004, isBooked: false },
  { code: '50', thousands: 124_560, growth: 0.015, isBooked: true, unusual: { 2020: 1.09, 2021: 1.12 } },
  { code: '60', thousands: 2_900, growth: 0.03, isBooked: true, unusual: { 2020: 2.1 } },
  { code: '70', thousands: 1_120, growth: 0.02, isBooked: true, unusual: { 2020: 0.7 } },
  { code: '80', thousands: 168_400, growth: -0.022, isBooked: false },
  { code: '81', thousands: 74_200, growth: 0.031, isBooked: false },
  // 生活福祉資金の特例貸付: its work was paid for in these years.
  { code: '82', thousands: 3_420, growth: 0.002, isBooked: false, unusual: { 2020: 6.2, 2021: 8.1, 2022: 3.6, 2023: 1.8 } },
  { code: '83', thousands: 9_780, growth: 0.008, isBooked: false, unusual: { 2020: 0.62, 2021: 0.74 } },
  { code: '90', thousands: 410, growth: 0.015, isBooked: true },
  { code: '91', thousands: 6, growth: 0.05, isBooked: true },
  { code: '99', thousands: 36, growth: 0, isBooked: true },
]

/** Ten years of 決算, and the 予算 of the present one. */
const yearsTold = 11
/** Drawn apart from the rest of the demo, which is to stay as it is whatever is told here. */
const ownSeed = 20_170_401

/**
 * Ten years of 予算 and 決算, the newest still without 決算: what the ledger of the demo does not hold. One amount was put
 * right after the audit, so that the years can be read as they were before.
 */
export async function layIncomeTotals(
  tx: Tx,
  { office, today, years }: { readonly office: DemoOffice; readonly today: LocalDate; readonly years: readonly FiscalYear[] },
): Promise<void> {
  const random = randomStream(ownSeed)
  const laid = new Map((await tx.incomeLine.findMany({ select: { id: true, code: true } })).map(({ code, id }) => [code, id]))
  const present = fiscalYearOf(today)
  const firstBooked = years[0] ?? present
  const told = (row: { readonly year: FiscalYear; readonly on: LocalDate; readonly amountYen: number; readonly isBudget: boolean; readonly note?: string }) => {
    const recordedAt = new Date(`${row.on}T06:00:00Z`)
    return {
      id: idAt(recordedAt, random), fiscalYear: row.year, amountYen: BigInt(row.amountYen), note: row.note ?? '', recordedAt, recordedById: office.accountant,
      source: `${formatFiscalYear(row.year)} ${row.isBudget ? '資金収支予算書' : '資金収支計算書'}`,
      asOf: toDateColumn(row.isBudget ? firstDayOf(row.year) : lastDayOf(row.year)),
    }
  }
  const totals = Array.from({ length: yearsTold }, (_, place) => fiscalYear(present - yearsTold + 1 + place)).flatMap((year) => {
    const settledOn = localDate(`${year + 1}-06-12`)
    return lines.flatMap((line) => {
      const lineId = laid.get(line.code)
      if (lineId === undefined) return []
      const usual = line.thousands * (1 + line.growth) ** (year - present) * (line.unusual?.[year] ?? 1)
      const settledYen = Math.round(usual * (0.985 + 0.03 * random.next()) * 1_000)
      const budgetYen = Math.round((usual * (0.98 + 0.05 * random.next())) / 10) * 10_000
      const budget = { lineId, kind: 'budget' as const, ...told({ year, on: localDate(`${year}-03-25`), amountYen: budgetYen, isBudget: true }) }
      if (settledOn >= today || (line.isBooked && year >= firstBooked)) return [budget]
      const settled = (on: LocalDate, amountYen: number, note = '') => ({ lineId, kind: 'settled' as const, ...told({ year, on, amountYen, isBudget: false, note }) })
      const isPutRight = line.code === '80' && year === present - 2
      return isPutRight
        ? [budget, settled(settledOn, settledYen - 1_240_000), settled(localDate(`${year + 1}-07-30`), settledYen, '監査の指摘により、2月分の未収を加えた。')]
        : [budget, settled(settledOn, settledYen)]
    })
  })
  await tx.incomeTotal.createMany({ data: totals })
  await tx.yearFigure.createMany({ data: figuresOf(present, today).map(({ figure, ...row }) => ({ figure, ...told({ ...row, isBudget: false }) })) })
}

/** 基礎数値 of the same years, as the statements of accounts have them. */
function figuresOf(present: FiscalYear, today: LocalDate) {
  const perYear = [
    { figure: 'fundraising_cost' as const, thousands: 3_180, growth: 0.012 },
    { figure: 'community_welfare_cost' as const, thousands: 92_400, growth: 0.008 },
    { figure: 'total_expense' as const, thousands: 489_000, growth: 0.002 },
  ]
  return Array.from({ length: yearsTold }, (_, place) => fiscalYear(present - yearsTold + 1 + place)).flatMap((year) => {
    const on = localDate(`${year + 1}-06-12`)
    if (on >= today) return []
    return perYear.map(({ figure, thousands, growth }) => ({
      figure, year, on, amountYen: Math.round(thousands * (1 + growth) ** (year - present)) * 1_000,
    }))
  })
}
