import { zodResolver } from '@hookform/resolvers/zod'
import {
  type CollectionMethodDetails,
  collectionMethodDetailsSchema,
} from '@sasaeai/domain/community-chest/method/collection-method-details'
import {
  countMeaningNames,
  countMeanings,
  nationalMethodCategories,
  nationalMethodCategoryNames,
} from '@sasaeai/domain/community-chest/method/collection-method-kind'
import type { CollectionMethodId } from '@sasaeai/domain/ids'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import { GroundItemPage } from '../../council/ground-item-page.tsx'

/** 募金方法 */
export function CollectionMethodsPage() {
  const write = useMutation(trpc.communityChest.method.export.mutationOptions())
  const close = useMutation(trpc.communityChest.method.close.mutationOptions())
  const reopen = useMutation(trpc.communityChest.method.reopen.mutationOptions())
  const remove = useMutation(trpc.communityChest.method.remove.mutationOptions())
  return (
    <GroundItemPage
      title="募金方法"
      noun="募金方法"
      description="共同募金・歳末たすけあいの集め方です。全国集計の区分に結びつけておくと、報告のときに同じ区分で集計されます。"
      items={useQuery(trpc.communityChest.method.list.queryOptions())}
      columns={[
        { id: 'category', header: '全国集計の区分', cell: (method) => nationalMethodCategoryNames[method.nationalCategory] },
        { id: 'count', header: '件数の単位', cell: (method) => countMeaningNames[method.countMeaning] },
      ]}
      write={write.mutateAsync}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      dialog={(method, turns) => <CollectionMethodDialog method={method} {...turns} />}
    />
  )
}

interface CollectionMethodDialogProps extends DialogTurns {
  readonly method: (CollectionMethodDetails & { readonly id: CollectionMethodId; readonly revision: number }) | null
}

function CollectionMethodDialog({ method, ...turns }: CollectionMethodDialogProps) {
  const save = useMutation(trpc.communityChest.method.save.mutationOptions())
  const form = useForm<z.input<typeof collectionMethodDetailsSchema>, unknown, CollectionMethodDetails>({
    resolver: zodResolver(collectionMethodDetailsSchema),
    defaultValues: method ?? { nationalCategory: 'other', countMeaning: 'givers' },
    shouldFocusError: false,
  })
  return (
    <FormDialog
      title={method === null ? '募金方法の追加' : '募金方法の編集'}
      form={form}
      save={(details) => save.mutateAsync({ id: method?.id ?? null, revision: method?.revision ?? null, details })}
      {...turns}
    >
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" support="受付で入力する短い番号です。例：8"
            error={errorOf('code')} {...form.register('code')} />
          <TextField label="名称" requirement="required" id="name" error={errorOf('name')} {...form.register('name')} />
          <SelectField label="全国集計の区分" requirement="required" id="nationalCategory" error={errorOf('nationalCategory')}
            options={nationalMethodCategories.map((value) => ({ value, label: nationalMethodCategoryNames[value] }))}
            {...form.register('nationalCategory')} />
          <SelectField label="件数の単位" requirement="required" id="countMeaning" error={errorOf('countMeaning')}
            help={<HelpTip term="件数の単位">戸別は世帯、街頭は回、法人は件（寄附者）を数えます。受付の「件数」の意味になります。</HelpTip>}
            options={countMeanings.map((value) => ({ value, label: countMeaningNames[value] }))}
            {...form.register('countMeaning')} />
        </>
      )}
    </FormDialog>
  )
}
