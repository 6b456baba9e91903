import { formatLocalDate, formatLocalMonth } from '../calendar/japanese-era.ts'
import { localDate, type LocalDate } from '../calendar/local-date.ts'
import { sumYen, type Yen } from '../money/yen.ts'
import { type ReceiptDetail, type ReceiptWords, spanOfDays } from './receipt-content.ts'

/** A gift as it came in. */
export interface ReceivedGiftLine {
  /** 使途・基金; null where it is for no purpose in particular. */
  readonly fundName: string | null
  /** 品名, for goods. */
  readonly goods: string
  /** 協賛 that a sponsor gave for; null for a gift. */
  readonly sponsorship: string | null
  readonly amountYen: Yen
  readonly receivedOn: LocalDate
}

/** What a receipt says of money that was given, or that a sponsor paid, which is no gift. @throws RangeError when there is none. */
export function receivedGiftWords(lines: readonly ReceivedGiftLine[]): ReceiptWords {
  return {
    purpose: `${isOfSponsor(lines) ? '協賛金' : '寄附金'}${purposesOf(lines)}として`,
    details: new Set(lines.map(({ fundName }) => fundName)).size > 1 ? sumsBy(lines, ({ fundName }) => fundName ?? '使途の指定なし') : [],
    ...spanOfDays(lines),
  }
}

/** What a receipt says of goods: what they are, and that the amount is their worth, not money. @throws RangeError when there are none. */
export function receivedGoodsWords(lines: readonly ReceivedGiftLine[]): ReceiptWords {
  return {
    purpose: `物品の${isOfSponsor(lines) ? '協賛' : '寄附'}${purposesOf(lines)}として　時価相当額`,
    details: lines.map(({ goods, amountYen }) => ({ label: goods === '' ? '物品' : goods, amountYen })),
    ...spanOfDays(lines),
  }
}

/** The most lines that a sheet has room for. */
const mostLines = 10

/** What a 年間証明 says: each gift of the calendar year, or its months where there are too many. @throws RangeError when there are none. */
export function givenInYearWords(calendarYear: number, lines: readonly ReceivedGiftLine[]): ReceiptWords {
  const first = localDate(`${calendarYear}-01-01`)
  const last = localDate(`${calendarYear}-12-31`)
  const isMany = lines.length > mostLines
  const fund = ({ fundName }: ReceivedGiftLine) => (fundName === null ? '' : `　${fundName}`)
  return {
    purpose: `${formatLocalDate(first)}から${formatLocalDate(last)}までの寄附金として`,
    details: isMany
      ? sumsBy(lines, ({ receivedOn }) => formatLocalMonth(receivedOn))
      : lines.map((line) => ({ label: `${formatLocalDate(line.receivedOn)}${fund(line)}`, amountYen: line.amountYen })),
    ...spanOfDays(lines),
  }
}

function isOfSponsor(lines: readonly ReceivedGiftLine[]): boolean {
  return lines.some(({ sponsorship }) => sponsorship !== null)
}

/** For what it was given: what was sponsored, or else the funds; empty where it is for nothing in particular. */
function purposesOf(lines: readonly ReceivedGiftLine[]): string {
  const purposes = [...new Set(lines.map(({ sponsorship, fundName }) => sponsorship ?? fundName).filter((purpose) => purpose !== null))]
  return purposes.length === 0 ? '' : `（${purposes.join('・')}）`
}

function sumsBy(lines: readonly ReceivedGiftLine[], labelOf: (line: ReceivedGiftLine) => string): ReceiptDetail[] {
  return [...Map.groupBy(lines, labelOf)].map(([label, parts]) => ({ label, amountYen: sumYen(parts.map(({ amountYen }) => amountYen)) }))
}
