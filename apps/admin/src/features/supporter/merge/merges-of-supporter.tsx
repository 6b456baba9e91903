import type { SupporterId } from '@sasaeai/domain/ids'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { TextLink } from '@sasaeai/ui/text-link'
import { useQuery } from '@tanstack/react-query'
import { AppLink } from '../../../app/app-link.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { MergeLines } from './merge-lines.tsx'

/** Says of a merged supporter who stands for it now. */
export function MergedNotice({ mergedInto }: { readonly mergedInto: RouterOutput['supporter']['get']['mergedInto'] }) {
  if (mergedInto === null) return null
  const { supporterId, name, number } = mergedInto
  return (
    <NoticeBanner className="mb-6" tone="info" title="この登録は名寄せでまとめられています">
      いまは<TextLink href={`/admin/supporters/${supporterId}`}>{name}（番号 {number}）</TextLink>として扱います。下に見えるのは、まとめる前の記録です。
    </NoticeBanner>
  )
}

/** 名寄せ of one supporter: its history, and the way to another record of the same person. */
export function MergesOfSupporter({ supporterId, isMerged }: { readonly supporterId: SupporterId; readonly isMerged: boolean }) {
  const merges = useQuery(trpc.supporter.merge.ofSupporter.queryOptions({ supporterId }))
  const mayMerge = useMayDo('supporter.merge')
  return (
    <section aria-labelledby="supporter-merges">
      <h2 id="supporter-merges" className="mb-2 text-[1.125rem] font-bold">名寄せ</h2>
      {merges.data !== undefined && merges.data.length > 0 ? <MergeLines merges={merges.data} /> : <p className="mb-2 text-ink-sub">名寄せの記録はありません。</p>}
      {mayMerge && !isMerged && (
        <p className="print-hidden"><AppLink to="/supporters/compare" search={{ firstId: supporterId }}>ほかの登録と見比べてまとめる</AppLink></p>
      )}
    </section>
  )
}
