import { zodResolver } from '@hookform/resolvers/zod'
import { goodsCategories, goodsCategoryNames, goodsMeasureNames, goodsMeasures } from '@sasaeai/domain/goodwill-bank/goods/goods-category'
import { type GoodsItemDetails, goodsItemDetailsSchema } from '@sasaeai/domain/goodwill-bank/goods/goods-item-details'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { id } from '@sasaeai/domain/ids'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { GroundItemPage } from '../../council/ground-item-page.tsx'

type Item = RouterOutput['goodwillBank']['item']['list'][number]

/** 品目: what 善意銀行 takes in, and how it is counted. */
export function GoodsItemsPage() {
  const write = useMutation(trpc.goodwillBank.item.export.mutationOptions())
  const close = useMutation(trpc.goodwillBank.item.close.mutationOptions())
  const reopen = useMutation(trpc.goodwillBank.item.reopen.mutationOptions())
  const remove = useMutation(trpc.goodwillBank.item.remove.mutationOptions())
  return (
    <GroundItemPage
      title="善意銀行の品目"
      noun="品目"
      description="善意銀行やフードドライブで受け付ける品目です。個数で数えるか、重さ（kg）で量るかを決めます。"
      items={useQuery(trpc.goodwillBank.item.list.queryOptions())}
      columns={[
        { id: 'category', header: '区分', cell: ({ category }) => goodsCategoryNames[category] },
        { id: 'unit', header: '単位', cell: ({ unit }) => unit },
        { id: 'grams', header: '1点の重さ（g）', align: 'end', isWideOnly: true, cell: ({ gramsEach }) => (gramsEach === null ? '—' : groupDigits(gramsEach)) },
      ]}
      write={write.mutateAsync}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      dialog={(item, turns) => <GoodsItemDialog item={item} {...turns} />}
    />
  )
}

function GoodsItemDialog({ item, ...turns }: DialogTurns & { readonly item: Item | null }) {
  const save = useMutation(trpc.goodwillBank.item.save.mutationOptions())
  const form = useForm<z.input<typeof goodsItemDetailsSchema>, unknown, GoodsItemDetails>({
    resolver: zodResolver(goodsItemDetailsSchema),
    defaultValues: item === null ? { measure: 'count', unit: '点', gramsEach: '' } : { ...item, gramsEach: item.gramsEach === null ? '' : String(item.gramsEach) },
    shouldFocusError: false,
  })
  const measure = useWatch({ control: form.control, name: 'measure' })
  return (
    <FormDialog
      title={item === null ? '品目の追加' : '品目の編集'}
      form={form}
      save={(details) => save.mutateAsync({ id: item === null ? null : id<'GoodsItemId'>(item.id), revision: item?.revision ?? null, details })}
      {...turns}
    >
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" support="並び順になる短い番号です。例：18" error={errorOf('code')} {...form.register('code')} />
          <TextField label="名称" requirement="required" id="name" support="例：粉ミルク" error={errorOf('name')} {...form.register('name')} />
          <SelectField label="区分" requirement="required" id="category" emptyLabel="選んでください" options={goodsCategories.map((value) => ({ value, label: goodsCategoryNames[value] }))}
            error={errorOf('category')} {...form.register('category')} />
          <RadioGroupField label="数え方" requirement="required" id="measure" defaultValue={item?.measure ?? 'count'}
            options={goodsMeasures.map((value) => ({ value, label: goodsMeasureNames[value] }))} error={errorOf('measure')} {...form.register('measure')} />
          {measure === 'count' && (
            <>
              <TextField label="単位" requirement="required" id="unit" width="short" support="例：点、袋、台" error={errorOf('unit')} {...form.register('unit')} />
              <TextField label="1点の重さ" requirement="optional" id="gramsEach" width="short" unit="g" inputMode="numeric" support="入れておくと、フードドライブの実績をkgでも出せます。"
                error={errorOf('gramsEach')} {...form.register('gramsEach')} />
            </>
          )}
        </>
      )}
    </FormDialog>
  )
}
