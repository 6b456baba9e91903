import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { formatInstant } from '../../user/instant-text.ts'
import { ImportActs } from './import-acts.tsx'
import { ImportColumnsForm } from './import-columns-form.tsx'
import { ImportLines } from './import-lines.tsx'

export type OpenedImport = RouterOutput['supporter']['import']['get']

const route = getRouteApi('/staff/supporters/import/$importId')

/** One file: what its columns mean, what would become of each line, and the press that takes it in. */
export function SupporterImportPage() {
  const { importId } = route.useParams()
  const opened = useQuery(trpc.supporter.import.get.queryOptions({ importId }))
  if (opened.isError && opened.data === undefined) return <PageError reset={() => void opened.refetch()} />
  if (opened.data === undefined) return <LoadingSkeleton lines={8} />
  const { fileName, startedAt, startedBy, done, finishedAt } = opened.data
  return (
    <>
      <PageHeader
        title={fileName}
        crumbs={[{ label: '支援者', href: '/admin/supporters' }, { label: '取込み', href: '/admin/supporters/import' }, { label: fileName }]}
        description={`${formatInstant(startedAt)}に${startedBy}さんが選んだファイルです。${finishedAt === null ? '「取り込む」を押すまで、名簿は変わりません。' : ''}`}
      />
      <div className="flex flex-col gap-8">
        <ImportActs opened={opened.data} />
        {done === 0 && finishedAt === null && <ImportColumnsForm key={JSON.stringify(opened.data.columns)} opened={opened.data} />}
        {opened.data.counts.length > 0 && <ImportLines opened={opened.data} />}
      </div>
    </>
  )
}
