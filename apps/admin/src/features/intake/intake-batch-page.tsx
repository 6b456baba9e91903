import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { mayDo } from '@sasaeai/domain/user/permission'
import { intakeBatchIdSchema } from '@sasaeai/domain/id-schemas'
import { intakeStatusNames } from '@sasaeai/domain/intake/intake-status'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { NotFoundPage } from '../../app/not-found-page.tsx'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { BatchActions } from './batch-actions.tsx'
import { IntakeDesk } from './intake-desk.tsx'
import { StoredBatch } from './stored-batch.tsx'
import { useIntakeContext } from './use-draft-reading.ts'

const route = getRouteApi('/staff/intake/$batchId')

/** One batch: the desk while it is a draft, the 受付票 once it is handed in, posted or put aside. */
export function IntakeBatchPage() {
  const batchId = intakeBatchIdSchema.safeParse(route.useParams().batchId)
  return batchId.success ? <FoundBatch key={batchId.data} batchId={batchId.data} /> : <NotFoundPage />
}

function FoundBatch({ batchId }: { batchId: ReturnType<typeof intakeBatchIdSchema.parse> }) {
  // A page that is opened again must see what other screens have saved since.
  const batch = useQuery(trpc.intake.batch.queryOptions({ batchId }, { staleTime: 0, gcTime: 0 }))
  const context = useIntakeContext()
  const me = useQuery(trpc.user.me.queryOptions())
  if (batch.isError && batch.data === undefined) return <PageError reset={() => void batch.refetch()} />
  if (batch.data === undefined || context === undefined || me.data === undefined) return <LoadingSkeleton lines={8} />
  const { status, intakeNumber } = batch.data
  const isDesk = status === 'draft' && mayDo(me.data.role, 'intake.write')
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={intakeNumber === null ? '受付の入力' : `受付 第${intakeNumber}号`}
          crumbs={[{ href: '/admin/intake', label: '受付' }]}
          status={
            <StatusChip tone={status === 'posted' ? 'success' : status === 'submitted' ? 'accent' : 'neutral'}>
              {intakeStatusNames[status]}
            </StatusChip>
          }
          actions={<BatchActions batch={batch.data} me={me.data} />}
        />
      </div>
      {isDesk ? (
        <IntakeDesk batch={batch.data} context={context} />
      ) : (
        <StoredBatch batch={batch.data} context={context} me={me.data} />
      )}
    </>
  )
}
