import { zodResolver } from '@hookform/resolvers/zod'
import { type GrantKindDetails, grantKindDetailsSchema } from '@sasaeai/domain/grant/call/grant-kind-details'
import { id } from '@sasaeai/domain/ids'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import type { CommandOutcome } from '../../../app/use-run-command.ts'
import { type GroundItem, GroundItemPage } from '../../council/ground-item-page.tsx'

/** 助成の種類 and 見舞金の対象区分: the words by which grants are told apart and reviewed. */
export function GrantKindsPage() {
  return (
    <div className="flex flex-col gap-10">
      <GrantKinds />
      <ReliefClasses />
    </div>
  )
}

function GrantKinds() {
  const save = useMutation(trpc.grant.kind.save.mutationOptions())
  const write = useMutation(trpc.grant.kind.export.mutationOptions())
  const close = useMutation(trpc.grant.kind.close.mutationOptions())
  const reopen = useMutation(trpc.grant.kind.reopen.mutationOptions())
  const remove = useMutation(trpc.grant.kind.remove.mutationOptions())
  return (
    <GroundItemPage
      title="助成の種類"
      noun="助成の種類"
      description="団体助成、地域福祉事業、見舞金など。年度ごとの見直しは、この種類で比べます。"
      items={useQuery(trpc.grant.kind.list.queryOptions())}
      columns={[]}
      write={write.mutateAsync}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      dialog={(item, turns) => (
        <NamedItemDialog noun="助成の種類" example="サロン活動" item={item} {...turns}
          save={(details) => save.mutateAsync({ id: item === null ? null : id<'GrantKindId'>(item.id), revision: item?.revision ?? null, details })} />
      )}
    />
  )
}

function ReliefClasses() {
  const save = useMutation(trpc.grant.reliefClass.save.mutationOptions())
  const write = useMutation(trpc.grant.reliefClass.export.mutationOptions())
  const close = useMutation(trpc.grant.reliefClass.close.mutationOptions())
  const reopen = useMutation(trpc.grant.reliefClass.reopen.mutationOptions())
  const remove = useMutation(trpc.grant.reliefClass.remove.mutationOptions())
  return (
    <GroundItemPage
      level={2}
      title="見舞金の対象区分"
      noun="対象区分"
      description="見舞金は、区分と校区と件数だけで記帳します。世帯や個人の名前は、この名称にも入れないでください。"
      items={useQuery(trpc.grant.reliefClass.list.queryOptions())}
      columns={[]}
      write={write.mutateAsync}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      dialog={(item, turns) => (
        <NamedItemDialog noun="対象区分" example="ひとり親世帯" item={item} {...turns}
          save={(details) => save.mutateAsync({ id: item === null ? null : id<'ReliefClassId'>(item.id), revision: item?.revision ?? null, details })} />
      )}
    />
  )
}

interface NamedItemDialogProps extends DialogTurns {
  readonly noun: string
  readonly example: string
  readonly item: GroundItem | null
  readonly save: (details: GrantKindDetails) => Promise<CommandOutcome>
}

function NamedItemDialog({ noun, example, item, save, ...turns }: NamedItemDialogProps) {
  const form = useForm<z.input<typeof grantKindDetailsSchema>, unknown, GrantKindDetails>({
    resolver: zodResolver(grantKindDetailsSchema),
    defaultValues: { code: item?.code ?? '', name: item?.name ?? '' },
    shouldFocusError: false,
  })
  return (
    <FormDialog title={item === null ? `${noun}の追加` : `${noun}の編集`} form={form} save={save} {...turns}>
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" support="並べる順になります。例：05" error={errorOf('code')} {...form.register('code')} />
          <TextField label="名称" requirement="required" id="name" support={`例：${example}`} error={errorOf('name')} {...form.register('name')} />
        </>
      )}
    </FormDialog>
  )
}
