import { formatInstant } from '../../user/instant-text.ts'
import { movedRecordName } from '@sasaeai/domain/supporter/merge/moved-record-name'
import { Button } from '@sasaeai/ui/button'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { TextLink } from '@sasaeai/ui/text-link'
import { useState } from 'react'
import type { RouterOutput } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { UndoMergeDialog } from './undo-merge-dialog.tsx'

type Merge = RouterOutput['supporter']['merge']['history']['rows'][number]

/** Merges, one below the other. */
export function MergeLines({ merges }: { readonly merges: readonly Merge[] }) {
  return (
    <ul className="mb-4 flex flex-col border-t border-line">
      {merges.map((merge) => <MergeLine key={merge.mergeId} merge={merge} />)}
    </ul>
  )
}

function MergeLine({ merge }: { readonly merge: Merge }) {
  const { merged, survivor, undoneAt, isUndoable } = merge
  const [asks, setAsks] = useState(false)
  const mayMerge = useMayDo('supporter.merge')
  return (
    <li className="keep-together flex flex-wrap items-start gap-x-6 gap-y-2 border-b border-line py-3.5">
      <div className="min-w-[min(20rem,100%)] flex-1">
        <p>
          <TextLink href={`/admin/supporters/${merged.supporterId}`}>{merged.name}（番号 {merged.number}）</TextLink>
          を<TextLink href={`/admin/supporters/${survivor.supporterId}`}>{survivor.name}（番号 {survivor.number}）</TextLink>にまとめました
          {' '}{undoneAt !== null && <StatusChip>取消し済み</StatusChip>}
        </p>
        <p className="text-[0.9375rem] text-ink-sub">{formatInstant(merge.mergedAt)}　{merge.mergedBy}{merge.reason === '' ? '' : `　${merge.reason}`}</p>
        <p className="text-[0.9375rem] text-ink-sub">{rowsInWords(merge)}</p>
        {undoneAt !== null && <p className="text-[0.9375rem]">{formatInstant(undoneAt)}に{merge.undoneBy}が取り消しました：{merge.undoReason}</p>}
      </div>
      {isUndoable && mayMerge && <Button className="print-hidden" onClick={() => setAsks(true)}>取り消す</Button>}
      {asks && <UndoMergeDialog merge={merge} onClose={() => setAsks(false)} />}
    </li>
  )
}

function rowsInWords({ moved, stayed }: Merge): string {
  const words = (rows: Merge['moved']) => Object.entries(rows).map(([name, count]) => `${movedRecordName(name)} ${count}件`).join('、')
  const parts = [
    Object.keys(moved).length === 0 ? '移した記録はありません' : `移した記録：${words(moved)}`,
    ...(Object.keys(stayed).length === 0 ? [] : [`統合先と重なるため残した記録：${words(stayed)}`]),
  ]
  return parts.join('。')
}
