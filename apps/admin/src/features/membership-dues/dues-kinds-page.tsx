import { zodResolver } from '@hookform/resolvers/zod'
import type { DuesKindId } from '@sasaeai/domain/ids'
import { type DuesKindDetails, duesKindDetailsSchema } from '@sasaeai/domain/membership-dues/dues-kind-details'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { type DialogTurns, FormDialog } from '../../app/form-dialog.tsx'
import { trpc } from '../../app/trpc.ts'
import { GroundItemPage } from '../council/ground-item-page.tsx'

/** 会員種別 */
export function DuesKindsPage() {
  const close = useMutation(trpc.membershipDues.kind.close.mutationOptions())
  const reopen = useMutation(trpc.membershipDues.kind.reopen.mutationOptions())
  const remove = useMutation(trpc.membershipDues.kind.remove.mutationOptions())
  return (
    <GroundItemPage
      title="会員種別"
      noun="会員種別"
      description="社協会費の種類です。"
      items={useQuery(trpc.membershipDues.kind.list.queryOptions())}
      columns={[]}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      dialog={(kind, turns) => <DuesKindDialog kind={kind} {...turns} />}
    />
  )
}

interface DuesKindDialogProps extends DialogTurns {
  readonly kind: (DuesKindDetails & { readonly id: DuesKindId; readonly revision: number }) | null
}

function DuesKindDialog({ kind, ...turns }: DuesKindDialogProps) {
  const save = useMutation(trpc.membershipDues.kind.save.mutationOptions())
  const form = useForm<DuesKindDetails>({
    resolver: zodResolver(duesKindDetailsSchema),
    defaultValues: { ...kind },
    shouldFocusError: false,
  })
  return (
    <FormDialog
      title={kind === null ? '会員種別の追加' : '会員種別の編集'}
      form={form}
      save={(details) => save.mutateAsync({ id: kind?.id ?? null, revision: kind?.revision ?? null, details })}
      {...turns}
    >
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" support="受付で入力する短い番号です。例：5"
            error={errorOf('code')} {...form.register('code')} />
          <TextField label="名称" requirement="required" id="name" error={errorOf('name')} {...form.register('name')} />
        </>
      )}
    </FormDialog>
  )
}
