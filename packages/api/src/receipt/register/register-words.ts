import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { receiptDeedNames } from '@sasaeai/domain/receipt/receipt-deed'
import type { WholeRegisterInput } from '@sasaeai/domain/receipt/receipt-input'
import { registerStateNames } from '@sasaeai/domain/receipt/register-state'
import type { Deps } from '../../deps.ts'
import type { RegisterCounts, RegisterRow } from './register-queries.ts'

/** What a register is called: 令和8年度 寄附 領収書番号簿; null when there is no such series. */
export async function nameOfRegister({ db }: Deps, { fiscalYear, seriesId }: WholeRegisterInput): Promise<string | null> {
  const series = await db.prisma.receiptSeries.findUnique({ where: { id: seriesId }, select: { name: true } })
  return series === null ? null : `${formatFiscalYear(fiscalYear)}　${series.name}　領収書番号簿`
}

/** 1番から120番まで: 有効117、無効2、書損1、不明0 */
export function wordsOfCounts({ last, live, voided, spoiled, gaps }: RegisterCounts): string {
  return `1番から${groupDigits(last)}番まで：有効${groupDigits(live)}＋無効${groupDigits(voided)}＋書損${groupDigits(spoiled)}＋不明${groupDigits(gaps)}＝${groupDigits(last)}`
}

/** Why it is void or was spoiled, how often it was handed out once more, and what was done with its paper. */
export function remarksOf({ reason, state, reissues, deed, deedOn }: RegisterRow): string {
  return [
    ...(reason === '' ? [] : [`${registerStateNames[state]}：${reason}`]),
    ...(reissues === 0 ? [] : [`再発行${reissues}回`]),
    ...(deed === null || deedOn === null ? [] : [`${receiptDeedNames[deed]} ${formatLocalDateShort(deedOn)}`]),
  ].join('　')
}
