import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { formatGoods } from '@sasaeai/domain/goodwill-bank/goods/goods-quantity'
import type { RouterOutput } from '../../../app/trpc.ts'

export type GoodwillAct = RouterOutput['goodwillBank']['acts'][number]
export type ActLine = GoodwillAct['lines'][number]

/** 米 10kg、缶詰 24点 ほか3品目, whichever way it went. */
export function goodsWords(lines: readonly ActLine[], most = 3): string {
  const sums = new Map<string, { line: ActLine; quantity: number }>()
  for (const line of lines) {
    const before = sums.get(line.itemId)
    sums.set(line.itemId, { line, quantity: (before?.quantity ?? 0) + Math.abs(line.quantity) })
  }
  const words = [...sums.values()].filter(({ quantity }) => quantity > 0).map(({ line, quantity }) => `${line.itemName} ${formatGoods(quantity, line)}`)
  return words.length > most ? `${words.slice(0, most).join('、')} ほか${words.length - most}品目` : words.join('、')
}

export function expiryText(expiresOn: LocalDate | null): string {
  return expiresOn === null ? 'なし' : formatLocalDateShort(expiresOn)
}
