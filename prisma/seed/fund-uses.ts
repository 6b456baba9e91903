import { type FiscalYear, fiscalMonths, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { addDays, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import { journalEntryIdSchema } from '@sasaeai/domain/id-schemas'
import type { FundId } from '@sasaeai/domain/ids'
import { entryOfFundUse } from '@sasaeai/domain/ledger/entry-of-fund-use'
import { yen } from '@sasaeai/domain/money/yen'
import { type BookedEntry, idAt } from './book-bundles.ts'
import { codes } from './demo-bundle.ts'
import type { DemoOffice } from './demo-ground.ts'
import { nearestOfficeDay } from './office-days.ts'
import { randomStream } from './random-stream.ts'

/** What is bought of a fund month by month, and how many hundredths of what came in. */
const habits = [
  { fund: codes.fund.general, name: '地域福祉全般', share: 64, purchases: ['ふれあいサロンの材料費', '見守り訪問の消耗品', '福祉教育の教材'] },
  { fund: codes.fund.childrensTable, name: '子ども食堂応援', share: 72, purchases: ['食材', '食材と消耗品', '保険料と会場費'] },
  { fund: codes.fund.transport, name: '移送サービス', share: 58, purchases: ['燃料費', '運転協力者の実費', '車両の点検'] },
  { fund: codes.fund.disaster, name: '災害支援', share: 35, purchases: ['資機材', '備蓄品の入替え'] },
] as const

/** 使用: every month a part of what each fund received in it, so that a fund never spends what it has not got. */
export function fundUses({ office, today }: { office: DemoOffice; today: LocalDate }, received: readonly BookedEntry[], year: FiscalYear): BookedEntry[] {
  const random = randomStream(20_260_425 + year)
  const inMonths = receivedByMonth(received)
  return habits.flatMap(({ fund, name, share, purchases }) => {
    const fundId = office.fund(fund)
    return fiscalMonths(year).flatMap(({ firstDay, lastDay }, index) => {
      const usedOn = nearestOfficeDay(addDays(lastDay, 8))
      const inMonth = inMonths.get(placeOf(fundId, firstDay)) ?? 0
      const amountYen = yen(Math.floor((inMonth * share) / 10_000) * 100)
      if (usedOn >= today || usedOn > lastDayOf(year) || amountYen <= 0) return []
      const postedAt = new Date(`${usedOn}T06:20:00Z`)
      const description = `${purchases[index % purchases.length]} ${Number(firstDay.slice(5, 7))}月分`
      const entry = entryOfFundUse(
        { fundId, fundName: name, usedOn, amountYen, description, expenseAccountId: office.account('5300'), cashAccountId: office.account('1120') },
        { id: journalEntryIdSchema.parse(idAt(postedAt, random)), sourceKind: 'fund_use', sourceId: idAt(postedAt, random), postedById: office.accountant },
      )
      const audit = { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after: { entryDate: usedOn, amountYen, fundId } }
      return [{ entry, postedAt, audit }]
    })
  })
}

/** What came in for each fund in each month and was not undone in it, in yen. */
function receivedByMonth(entries: readonly BookedEntry[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { entry } of entries) {
    for (const { fundId, amountYen } of entry.postings) {
      if (fundId === undefined) continue
      const place = placeOf(fundId, entry.entryDate)
      sums.set(place, (sums.get(place) ?? 0) - amountYen)
    }
  }
  return sums
}

function placeOf(fundId: FundId, day: LocalDate): string {
  return `${fundId} ${day.slice(0, 7)}`
}
