import type { DraftReading } from '@sasaeai/domain/intake/read-intake-draft'
import { addYen, formatYen, type Yen, yen } from '@sasaeai/domain/money/yen'

/** What the batch brings of each kind of money. */
export function SheetKinds({ read }: { read: DraftReading }) {
  const kinds = new Map<string, { count: number; amountYen: Yen }>()
  for (const { isBlank, kind, amountYen } of read.lines) {
    if (isBlank || kind === null || amountYen === null) continue
    const sum = kinds.get(kind.name) ?? { count: 0, amountYen: yen(0) }
    kinds.set(kind.name, { count: sum.count + 1, amountYen: addYen(sum.amountYen, amountYen) })
  }
  return (
    <table className="keep-together mt-5 ml-auto border-separate border-spacing-0 text-(length:--text-cell)">
      <caption className="pb-1 text-left font-bold">種類ごとの合計</caption>
      <tbody>
        {[...kinds].map(([name, { count, amountYen }]) => (
          <tr key={name}>
            <th scope="row" className="border-b border-line-faint py-1 pr-8 text-left font-normal">
              {name}
            </th>
            <td className="border-b border-line-faint py-1 pr-8 text-right figures">{count}件</td>
            <td className="border-b border-line-faint py-1 text-right figures">{formatYen(amountYen)}円</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
