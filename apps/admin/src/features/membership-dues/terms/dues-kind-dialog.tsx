import { zodResolver } from '@hookform/resolvers/zod'
import type { DuesKindId } from '@sasaeai/domain/ids'
import { type DuesKindDetails, duesKindDetailsSchema } from '@sasaeai/domain/membership-dues/terms/dues-kind-details'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'

interface DuesKindDialogProps extends DialogTurns {
  readonly kind: (DuesKindDetails & { readonly id: DuesKindId; readonly revision: number }) | null
}

/** Adds a kind of membership, or edits its code and name; what it asks is decided year by year. */
export function DuesKindDialog({ kind, ...turns }: DuesKindDialogProps) {
  const save = useMutation(trpc.membershipDues.kind.save.mutationOptions())
  const form = useForm<DuesKindDetails>({
    resolver: zodResolver(duesKindDetailsSchema),
    defaultValues: kind === null ? {} : { code: kind.code, name: kind.name },
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
