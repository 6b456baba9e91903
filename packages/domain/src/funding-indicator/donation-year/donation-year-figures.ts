import { formatFiscalYear } from '../../calendar/japanese-era.ts'
import type { PostingFilter } from '../../ledger/posting-filter.ts'
import type { ReportFigure } from '../saved-report/report-figure.ts'
import type { DonationYear, GiftSum } from './donation-year.ts'

/** Every amount of 寄附の年次報告 that is saved with it, each with the filter that holds its postings. */
export function figuresOfDonationYear({ cut, total, funds, kinds, ways, channels, months, uses }: DonationYear): ReportFigure[] {
  const years = { now: formatFiscalYear(cut.fiscalYear), last: `${formatFiscalYear(cut.lastYear)}（前年同日まで）` }
  const both = (section: string, sums: readonly GiftSum[]) =>
    sums.flatMap(({ key, name, amountYen, lastYen, filter, lastFilter }): ReportFigure[] => [
      { key: `${section}/${key}/this`, section, label: `${name}　${years.now}`, amountYen, filter: withoutMoment(filter) },
      { key: `${section}/${key}/last`, section, label: `${name}　${years.last}`, amountYen: lastYen, filter: withoutMoment(lastFilter) },
    ])
  return [
    ...both('寄附金', [total]),
    ...both('使いみち', funds),
    ...both('種類', kinds),
    ...both('受け取り方', ways),
    ...both('きっかけ', channels),
    ...both('月', months),
    ...uses.flatMap(({ fundId, name, usedYen, balanceYen }): ReportFigure[] => [
      { key: `used/${fundId}`, section: '基金の使用', label: `${name}　使った額`, amountYen: usedYen, filter: null },
      { key: `balance/${fundId}`, section: '基金の使用', label: `${name}　残高`, amountYen: balanceYen, filter: null },
    ]),
  ]
}

/** The moment is that of the report. */
function withoutMoment(filter: PostingFilter | null): PostingFilter | null {
  if (filter === null) return null
  const { postedUntil: _moment, ...rest } = filter
  return rest
}
