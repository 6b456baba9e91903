import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { id } from '@sasaeai/domain/ids'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { useOpenBatch } from '../../intake/use-open-batch.ts'
import { AreaReceipts } from '../../receipt/payer-receipts.tsx'
import { DuesListExportButton } from '../export/dues-list-export-button.tsx'
import { AreaKinds } from './area-kinds.tsx'
import { AreaMaterials } from './area-materials.tsx'
import { AreaMembers } from './area-members.tsx'
import { AreaPayments } from './area-payments.tsx'
import { AreaYears } from './area-years.tsx'

/** What one area's page shows; unknown areas have none. */
export type DuesOfArea = NonNullable<RouterOutput['membershipDues']['area']>

/** 自治会の会費: one area's year, told in one page. */
export function DuesOfAreaPage() {
  const { areaId } = useParams({ from: '/staff/dues/areas/$areaId' })
  const fiscalYear = useFiscalYearInView()
  const { postedUntil } = useSearch({ from: '/staff/dues/areas/$areaId' })
  const answer = useQuery({ ...trpc.membershipDues.area.queryOptions({ areaId: id<'AreaId'>(areaId), fiscalYear, postedUntil }), placeholderData: keepPreviousData })
  if (answer.isError && answer.data === undefined) return <PageError reset={() => void answer.refetch()} />
  if (answer.data === undefined) return <LoadingSkeleton lines={12} />
  if (answer.data === null) return <EmptyState title="この地域は見つかりません">納入状況から選び直してください。</EmptyState>
  return <AreaSections dues={answer.data} />
}

function AreaSections({ dues }: { dues: DuesOfArea }) {
  const { area, above, cut } = dues
  const { postedUntil } = cut
  const navigate = useNavigate({ from: '/dues/areas/$areaId' })
  const router = useRouter()
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      <div className="-mb-8">
        <PageHeader
          title={area.name}
          description={`${area.typeName}（${area.code}）　${formatFiscalYear(cut.fiscalYear)}分の会費　${formatLocalDate(cut.until)}まで${postedUntil === undefined ? '' : `　${postedUntilWords(postedUntil)}`}`}
          crumbs={[
            { label: '納入状況', href: router.buildLocation({ to: '/dues', search: { postedUntil } }).href },
            ...above.map(({ areaId, name }) => ({ label: name, href: router.buildLocation({ to: '/dues/areas/$areaId', params: { areaId }, search: { postedUntil } }).href })),
            { label: area.name },
          ]}
          actions={<AreaActs dues={dues} />}
        />
      </div>
      <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: { postedUntil: moment }, resetScroll: false })} />
      <AreaKinds dues={dues} />
      <AreaPayments dues={dues} />
      {postedUntil === undefined && <AreaReceipts areaId={area.areaId} fiscalYear={cut.fiscalYear} />}
      <AreaMembers dues={dues} />
      {postedUntil === undefined && <AreaMaterials dues={dues} />}
      <AreaYears dues={dues} />
    </div>
  )
}

function AreaActs({ dues: { area, cut } }: { readonly dues: DuesOfArea }) {
  const { openBatch, isOpening } = useOpenBatch()
  const { fiscalYear, postedUntil } = cut
  const mayTakeIn = useMayDo('intake.write') && postedUntil === undefined
  return (
    <>
      <DuesListExportButton list={{ list: 'area', areaId: area.areaId, fiscalYear, postedUntil }} name={`${area.name}の会費`} />
      <Button icon="printer" onClick={() => window.print()}>
        印刷
      </Button>
      {mayTakeIn && (
        <Button variant="primary" icon="plus" isBusy={isOpening} onClick={() => openBatch(undefined, area.code)}>
          この地域の受付を始める
        </Button>
      )}
    </>
  )
}
