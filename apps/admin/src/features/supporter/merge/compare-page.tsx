import { duplicateEvidencePoints, duplicateEvidenceWords } from '@sasaeai/domain/supporter/merge/duplicate-score'
import { id, type SupporterId } from '@sasaeai/domain/ids'
import { ComboBoxField } from '@sasaeai/ui/combo-box-field'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { AppLink } from '../../../app/app-link.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { lookupSupporters } from '../../ledger/ground-options.ts'
import { ComparedRecords } from './compared-records.tsx'
import { ApartButton } from './duplicate-line.tsx'
import { MergeForm } from './merge-form.tsx'
import { MergedNotice } from './merges-of-supporter.tsx'

export type Comparison = RouterOutput['supporter']['merge']['compare']
export type ComparedSide = Comparison['first']

/** Two supporters side by side, and the merging of them. */
export function ComparePage() {
  const { firstId, secondId } = useSearch({ from: '/staff/supporters/compare' })
  return (
    <>
      <PageHeader
        title="見比べて名寄せする"
        crumbs={[{ label: '支援者', href: '/admin/supporters' }, { label: '名寄せ', href: '/admin/supporters/duplicates' }, { label: '見比べる' }]}
      />
      {firstId !== undefined && secondId !== undefined && firstId !== secondId
        ? <Compared key={`${firstId} ${secondId}`} firstId={firstId} secondId={secondId} />
        : <OtherChoice firstId={firstId} />}
    </>
  )
}

/** Whom to compare with, where the page was opened from one supporter. */
function OtherChoice({ firstId }: { readonly firstId: SupporterId | undefined }) {
  const navigate = useNavigate()
  const first = useQuery(trpc.supporter.get.queryOptions(firstId === undefined ? skipToken : { supporterId: firstId }))
  if (firstId === undefined) return <p>名寄せする支援者を、<AppLink to="/supporters">支援者の一覧</AppLink>から開いてください。</p>
  return (
    <div className="max-w-[32rem]">
      {first.data !== undefined && <p className="mb-4">「{first.data.name}」（番号 {first.data.number}）と同じ方の登録を選んでください。</p>}
      <ComboBoxField label="もう一つの登録" requirement="required" support="番号・名前・よみで探せます。" value={null} load={lookupSupporters}
        onChange={(option) => {
          if (option !== null) void navigate({ to: '/supporters/compare', search: { firstId, secondId: id<'SupporterId'>(option.id) } })
        }} />
    </div>
  )
}

function Compared({ firstId, secondId }: { readonly firstId: SupporterId; readonly secondId: SupporterId }) {
  const comparison = useQuery(trpc.supporter.merge.compare.queryOptions({ firstId, secondId }))
  const mayMerge = useMayDo('supporter.merge')
  if (comparison.isError) return <PageError reset={() => void comparison.refetch()} />
  if (comparison.data === undefined) return <LoadingSkeleton lines={10} />
  const { first, second, isApart } = comparison.data
  if (first.mergedInto !== null || second.mergedInto !== null) {
    return (
      <>
        <MergedNotice mergedInto={first.mergedInto} />
        <MergedNotice mergedInto={second.mergedInto} />
      </>
    )
  }
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <Evidence comparison={comparison.data} />
        {!isApart && <ApartButton pair={{ firstId, secondId }} />}
      </div>
      <ComparedRecords first={first} second={second} />
      {mayMerge ? <MergeForm key={`${first.revision} ${second.revision}`} first={first} second={second} onReload={() => void comparison.refetch()} />
        : <p>名寄せは、管理者か会計担当が行います。</p>}
    </div>
  )
}

function Evidence({ comparison: { evidence, isApart } }: { readonly comparison: Comparison }) {
  return (
    <div>
      {isApart && <NoticeBanner tone="warning" title="この組は別人とされています" />}
      <ul className="list-disc pl-6">
        {evidence.map((kind) => (
          <li key={kind} className={duplicateEvidencePoints[kind] < 0 ? 'text-red-900' : undefined}>{duplicateEvidenceWords[kind]}</li>
        ))}
      </ul>
      {evidence.length === 0 && <p className="text-ink-sub">名前・電話番号・住所に、同じところは見つかりません。</p>}
    </div>
  )
}
