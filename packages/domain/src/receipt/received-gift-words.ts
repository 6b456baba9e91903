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
  readonly amountYen: Yen
  readonly receivedOn: LocalDate
}

/** What a receipt says of money that was given. @throws RangeError when there is none. */
export function receivedGiftWords(lines: readonly ReceivedGiftLine[]): ReceiptWords {
  const funds = fundsOf(lines)
  return {
    purpose: `寄附金${funds.length === 0 ? '' : `（${funds.join('・')}）`}として`,
    details: new Set(lines.map(({ fundName }) => fundName)).size > 1 ? sumsBy(lines, ({ fundName }) => fundName ?? '使途の指定なし') : [],
    ...spanOfDays(lines),
  }
}

/** What a receipt says of goods: what they are, and that the amount is their worth, not money. @throws RangeError when there are none. */
export function receivedGoodsWords(lines: readonly ReceivedGiftLine[]): ReceiptWords {
  const funds = fundsOf(lines)
  return {
    purpose: `物品の寄附${funds.length === 0 ? '' : `（${funds.join('・')}）`}として　時価相当額`,
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

function fundsOf(lines: readonly ReceivedGiftLine[]): string[] {
  return [...new Set(lines.flatMap(({ fundName }) => (fundName === null ? [] : [fundName])))]
}

function sumsBy(lines: readonly ReceivedGiftLine[], labelOf: (line: ReceivedGiftLine) => string): ReceiptDetail[] {
  return [...Map.groupBy(lines, labelOf)].map(([label, parts]) => ({ label, amountYen: sumYen(parts.map(({ amountYen }) => amountYen)) }))
}
