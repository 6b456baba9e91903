import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { DuesKindId } from '@sasaeai/domain/ids'
import { dayInYear } from '@sasaeai/domain/membership-dues/member/membership-state'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { AppLinkButton } from '../../../app/app-link.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useToday } from '../../../app/use-today.ts'
import { DuesListExportButton } from '../export/dues-list-export-button.tsx'
import { DuesRequestSection } from './dues-request-section.tsx'
import { DuesRequestTable } from './dues-request-table.tsx'
import { PrepareRequestsDialog } from './prepare-requests-dialog.tsx'

export type DuesRequestOfKind = RouterOutput['membershipDues']['request']['overview'][number]
export type PreviewedRequest = RouterOutput['membershipDues']['request']['preview'][number]

/** 納入のお願い: whom the fiscal year in view asks, for how much, kind by kind. */
export function DuesRequestsPage() {
  const fiscalYear = useFiscalYearInView()
  const day = dayInYear(fiscalYear, useToday())
  const mayManage = useMayDo('dues.manage')
  const kinds = useQuery({ ...trpc.membershipDues.request.overview.queryOptions({ fiscalYear }), placeholderData: keepPreviousData })
  const preview = useQuery(trpc.membershipDues.request.preview.queryOptions({ fiscalYear, requestedOn: day, householdBasis: null }))
  const [preparing, setPreparing] = useState<readonly DuesKindId[] | 'all'>()
  const canPrepare = kinds.data?.some(({ terms, request }) => terms !== null && request?.status !== 'fixed') ?? false
  const isPrepared = kinds.data?.some(({ request }) => request !== null) ?? false
  return (
    <div className="flex flex-col gap-8">
      <div className="-mb-6">
        <PageHeader
          title={`${formatFiscalYear(fiscalYear)}の納入のお願い`}
          description="どの自治会と会員に、いくらを目安にご協力をお願いするかを決めます。目安はお願いの額で、納める額は自由です。"
          actions={
            <>
              {isPrepared && <DuesListExportButton list={{ list: 'requests', fiscalYear }} name="納入のお願いの一覧" />}
              {mayManage && canPrepare && (
                <Button variant={isPrepared ? 'secondary' : 'primary'} onClick={() => setPreparing('all')}>
                  お願いを準備する
                </Button>
              )}
            </>
          }
        />
      </div>
      {kinds.isError && kinds.data === undefined && <PageError reset={() => void kinds.refetch()} />}
      {kinds.isPending && <LoadingSkeleton lines={8} />}
      {kinds.data !== undefined && <Kinds kinds={kinds.data} preview={preview.data ?? []} onPrepare={(id) => setPreparing([id])} />}
      {preparing !== undefined && (
        <PrepareRequestsDialog kinds={kinds.data ?? []} wanted={preparing === 'all' ? null : preparing} onClose={() => setPreparing(undefined)} />
      )}
    </div>
  )
}

interface KindsProps {
  readonly kinds: readonly DuesRequestOfKind[]
  readonly preview: readonly PreviewedRequest[]
  readonly onPrepare: (kindId: DuesKindId) => void
}

function Kinds({ kinds, preview, onPrepare }: KindsProps) {
  const search = useSearch({ from: '/staff/dues/requests' })
  if (kinds.every(({ terms, request }) => terms === null && request === null)) {
    return (
      <EmptyState
        title="この年度の会費の条件がまだありません"
        action={<AppLinkButton to="/dues/kinds">会員種別と条件を決める</AppLinkButton>}
      >
        会員種別ごとに目安の額を決めると、納入のお願いを準備できます。
      </EmptyState>
    )
  }
  const shown = kinds.find(({ duesKindId }) => duesKindId === search.kind) ?? kinds.find(({ request }) => request !== null)
  const changesOf = (kindId: DuesKindId) => preview.find(({ duesKindId }) => duesKindId === kindId)
  return (
    <>
      <DuesRequestTable kinds={kinds} changesOf={changesOf} shownId={shown?.duesKindId} />
      {shown === undefined ? (
        <EmptyState title="お願いはまだ準備していません" icon="feather">
          準備すると、世帯数と会員から、お願いする先と目安額の一覧ができます。前年との違いを確かめてから確定し、納入番号を付けます。
        </EmptyState>
      ) : (
        <DuesRequestSection key={shown.duesKindId} kind={shown} changes={changesOf(shown.duesKindId)} onPrepare={() => onPrepare(shown.duesKindId)} />
      )}
    </>
  )
}
