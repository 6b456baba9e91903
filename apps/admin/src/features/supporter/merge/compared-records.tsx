import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { movedRecordName } from '@sasaeai/domain/supporter/merge/moved-record-name'
import { TextLink } from '@sasaeai/ui/text-link'
import { entriesHref } from '../../../app/entries-href.ts'
import type { ComparedSide } from './compare-page.tsx'

/** What hangs on each of the two records; every figure opens. */
export function ComparedRecords({ first, second }: { readonly first: ComparedSide; readonly second: ComparedSide }) {
  const kinds = [...new Set([...Object.keys(first.movable), ...Object.keys(second.movable)])].sort()
  const lines: readonly (readonly [label: string, of: (side: ComparedSide) => React.ReactNode])[] = [
    ['番号', ({ number }) => number],
    ['名前', ({ supporterId, name }) => <TextLink href={`/admin/supporters/${supporterId}`}>{name}</TextLink>],
    ['入金の合計', ({ supporterId, receivedYen }) => <TextLink href={entriesHref({ supporterId })}>{groupDigits(receivedYen)}円</TextLink>],
    ['伝票', ({ entries }) => `${groupDigits(entries)}件`],
    ['最後の伝票', ({ lastEntryOn }) => (lastEntryOn === null ? 'なし' : formatLocalDateShort(lastEntryOn))],
    ['領収書', ({ receipts }) => `${groupDigits(receipts)}枚`],
    ...kinds.map((kind) => [movedRecordName(kind), ({ movable }: ComparedSide) => `${groupDigits(movable[kind] ?? 0)}件`] as const),
  ]
  return (
    <table className="w-full max-w-[52rem] border-collapse text-left">
      <caption className="mb-2 text-left text-[1.125rem] font-bold">それぞれにある記録</caption>
      <thead>
        <tr className="border-b border-line">
          <th scope="col" className="py-2 pr-3 font-normal text-ink-sub"><span className="sr-only">項目</span></th>
          <th scope="col" className="py-2 pr-3">一つ目</th>
          <th scope="col" className="py-2">二つ目</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([label, of]) => (
          <tr key={label} className="border-b border-line align-top">
            <th scope="row" className="py-2 pr-3 text-[0.9375rem] font-normal text-ink-sub">{label}</th>
            <td className="py-2 pr-3">{of(first)}</td>
            <td className="py-2">{of(second)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
