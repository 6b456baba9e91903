import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { formatGoods, readGoodsQuantity } from '@sasaeai/domain/goodwill-bank/goods/goods-quantity'
import { takeFirstExpiring } from '@sasaeai/domain/goodwill-bank/withdrawal/first-expiring'
import { withdrawGoodsSchema } from '@sasaeai/domain/goodwill-bank/withdrawal/goodwill-withdrawal-input'
import { id } from '@sasaeai/domain/ids'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { FieldError } from '@sasaeai/ui/field-error'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { CommandForm } from '../../../app/command-form.tsx'
import { newId } from '../../../app/new-id.ts'
import { today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { expiryText } from '../act/act-words.ts'
import type { StockLot } from '../balance/goodwill-balance-page.tsx'
import { SheetHead } from '../sheet-head.tsx'
import { SheetInput } from '../sheet-input.tsx'
import { WithdrawalFields } from './withdrawal-fields.tsx'

const typedHead = withdrawGoodsSchema.omit({ actId: true, lines: true }).extend({ withdrawnOn: typedDateSchema({ today: today() }) })

/** 品物の払出: how much of each item goes out; what expires first is taken first. */
export function NewWithdrawalPage() {
  const [actId] = useState(() => id<'GoodwillActId'>(newId()))
  const [quantities, setQuantities] = useState<Readonly<Record<string, string>>>({})
  const [wrong, setWrong] = useState<readonly string[]>([])
  const navigate = useNavigate()
  const withdraw = useMutation(trpc.goodwillBank.withdrawGoods.mutationOptions())
  const purposes = useQuery(trpc.goodwillBank.purpose.list.queryOptions())
  const stock = useQuery(trpc.goodwillBank.stock.queryOptions({ asOf: today() }))
  const form = useForm<z.input<typeof typedHead>, unknown, z.output<typeof typedHead>>({
    resolver: zodResolver(typedHead),
    defaultValues: {
      withdrawnOn: formatLocalDateShort(today()), purposeId: '', way: 'pantry', recipientUnit: 'households', recipients: '', reliefClassId: '', areaId: '', committeeId: '',
    },
    shouldFocusError: false,
  })
  const purposeId = useWatch({ control: form.control, name: 'purposeId' })
  const items = itemsOf((stock.data ?? []).filter((lot) => lot.purposeId === purposeId))
  const save = async (head: z.output<typeof typedHead>) => {
    const read = items.map(({ lot }) => ({ itemId: lot.itemId, text: quantities[lot.itemId] ?? '', quantity: readGoodsQuantity(quantities[lot.itemId] ?? '', lot) })).filter(({ text }) => text.trim() !== '')
    const unread = read.filter(({ quantity }) => quantity === null || quantity === 0).map(({ itemId }) => itemId)
    setWrong(unread)
    if (unread.length > 0 || read.length === 0) return { ok: false, code: 'goods_lines_missing', field: `quantity-${unread[0] ?? items[0]?.lot.itemId ?? ''}` } as const
    return withdraw.mutateAsync({ ...head, actId, lines: read.map(({ itemId, quantity }) => ({ itemId, quantity: quantity ?? 0 })) })
  }
  return (
    <>
      <PageHeader title="品物を払い出す" crumbs={[{ label: '払出', href: '/admin/goodwill/withdrawals' }, { label: '品物を払い出す' }]}
        description="期限の早いものから自動で引き当てます。期限切れのものは引き当てません。受け取る人の名前は記録しません。" />
      <CommandForm id="withdrawal" form={form} save={save} done="払出を記録しました" onSaved={() => void navigate({ to: '/goodwill/withdrawals' })}>
        {(errorOf) => (
          <>
            <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
              <WithdrawalFields register={(field) => form.register(field)} errorOf={errorOf} needsCommittee={false}
                purposes={(purposes.data ?? []).filter(({ closedOn }) => closedOn === null).map(({ id: value, code, name }) => ({ value, label: `${code} ${name}` }))} />
            </div>
            {purposeId !== '' && (
              <ItemSheet items={items} quantities={quantities} wrong={wrong} errorOf={errorOf} onType={(itemId, text) => setQuantities((before) => ({ ...before, [itemId]: text }))} />
            )}
            <div><Button type="submit" variant="primary" isBusy={form.formState.isSubmitting} busyLabel="記録しています">払出を記録する</Button></div>
          </>
        )}
      </CommandForm>
    </>
  )
}

interface ItemOfPurpose {
  readonly lot: StockLot
  readonly lots: readonly StockLot[]
}

interface ItemSheetProps {
  readonly items: readonly ItemOfPurpose[]
  readonly quantities: Readonly<Record<string, string>>
  readonly wrong: readonly string[]
  readonly errorOf: (field: string) => string | undefined
  readonly onType: (itemId: string, text: string) => void
}

function ItemSheet({ items, quantities, wrong, errorOf, onType }: ItemSheetProps) {
  if (items.length === 0) return <EmptyState title="この目的の在庫はありません" icon="gift" />
  return (
    <table className="w-full max-w-3xl border-separate border-spacing-0 max-sm:block">
      <caption className="mb-2 text-left text-[1.125rem] font-bold max-sm:block">品物</caption>
      <SheetHead headings={['品目', '出せる在庫', '払出', '引き当てる期限']} />
      <tbody className="max-sm:block">
        {items.map(({ lot, lots }) => {
          const fieldId = `quantity-${lot.itemId}`
          const quantity = readGoodsQuantity(quantities[lot.itemId] ?? '', lot) ?? 0
          const held = lots.map(({ lotId, expiresOn, quantity: there }) => ({ lotId, expiresOn, held: there }))
          const all = takeFirstExpiring(held, { wanted: Number.MAX_SAFE_INTEGER, day: today() })
          const taking = takeFirstExpiring(held, { wanted: quantity, day: today() })
          const error = errorOf(fieldId) ?? (wrong.includes(lot.itemId) ? `${lot.itemName}の数量を${lot.unit}の数字で入力してください。` : undefined)
          const cell = 'border-b border-line-faint px-1 py-1.5 max-sm:border-0 max-sm:px-0 max-sm:py-0'
          return (
            <tr key={lot.itemId} className="max-sm:grid max-sm:grid-cols-2 max-sm:gap-2 max-sm:border-b max-sm:border-line-faint max-sm:py-2">
              <th scope="row" className={`${cell} text-left font-normal max-sm:col-span-2`}>{lot.itemName}<FieldError id={`${fieldId}-error`} message={error} /></th>
              <td className={`${cell} figures`}>{formatGoods(all.ok ? 0 : all.available, lot)}</td>
              <td className={`${cell} whitespace-nowrap`}>
                <SheetInput id={fieldId} column="quantity" heading="払出" label={`${lot.itemName}の払出`} value={quantities[lot.itemId] ?? ''} isWrong={error !== undefined} describedBy={`${fieldId}-error`}
                  onType={(text) => onType(lot.itemId, text)} /> <span className="text-[0.875rem]">{lot.unit}</span>
              </td>
              <td className={`${cell} figures text-[0.875rem] text-ink-sub max-sm:col-span-2`}>
                {taking.ok ? taking.taken.map((taken) => `${expiryText(taken.expiresOn)}：${formatGoods(taken.quantity, lot)}`).join('、') : '在庫が足りません'}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function itemsOf(lots: readonly StockLot[]): ItemOfPurpose[] {
  const groups = new Map<string, StockLot[]>()
  for (const lot of lots) groups.set(lot.itemId, [...(groups.get(lot.itemId) ?? []), lot])
  return [...groups.values()].flatMap((own) => (own[0] === undefined ? [] : [{ lot: own[0], lots: own }]))
}
