import { PageHeader } from '@sasaeai/ui/page-header'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { trpc } from '../../app/trpc.ts'
import { SupporterForm } from './supporter-form.tsx'

/** 支援者の登録 */
export function NewSupporterPage() {
  const create = useMutation(trpc.supporter.create.mutationOptions())
  const navigate = useNavigate()
  return (
    <>
      <PageHeader
        title="支援者の登録"
        crumbs={[{ label: '支援者', href: '/admin/supporters' }, { label: '登録' }]}
        description="支援者番号は、登録すると自動で付きます。"
      />
      <SupporterForm
        supporter={null}
        save={create.mutateAsync}
        done="支援者を登録しました"
        onSaved={() => void navigate({ to: '/supporters' })}
      />
    </>
  )
}
