import { idIn } from '@sasaeai/domain/ids'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { LetterPreview } from '../preview/letter-preview.tsx'
import { LetterTemplateForm } from './letter-template-form.tsx'

const crumb = { label: '文書のひな形', href: '/admin/settings/letter-templates' }

/** A template that is being written, beside what it looks like. */
export function LetterTemplatePage() {
  const { templateId } = useParams({ from: '/staff/settings/letter-templates/$templateId' })
  const templates = useQuery(trpc.letter.template.list.queryOptions())
  const mayManage = useMayDo('ground.manage')
  if (templates.isError && templates.data === undefined) return <PageError reset={() => void templates.refetch()} />
  if (templates.data === undefined) return <LoadingSkeleton lines={10} />
  const template = templates.data.find(({ id }) => id === idIn(templateId))
  if (template === undefined) return <EmptyState title="このひな形は見つかりません">一覧から選び直してください。</EmptyState>
  return (
    <>
      <PageHeader title={template.name} crumbs={[crumb, { label: template.name }]} status={template.closedOn !== null && <StatusChip>使用終了</StatusChip>} />
      {mayManage ? <LetterTemplateForm key={template.revision} template={template} onReload={() => void templates.refetch()} /> : <LetterPreview draft={template} />}
    </>
  )
}

/** A template that is not there yet. */
export function NewLetterTemplatePage() {
  return (
    <>
      <PageHeader title="ひな形の追加" crumbs={[crumb, { label: '追加' }]} />
      <LetterTemplateForm template={null} />
    </>
  )
}
