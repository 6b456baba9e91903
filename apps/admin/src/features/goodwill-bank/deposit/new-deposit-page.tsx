import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { emptyLine, isDepositTyped, nextDeposit, type TypedDeposit } from '@sasaeai/domain/goodwill-bank/deposit/typed-deposit'
import { Button } from '@sasaeai/ui/button'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../../app/new-id.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { type LedgerGround, useGround } from '../../ledger/use-ground.ts'
import { DepositForm } from './deposit-form.tsx'
import { keepDeposit, keptDeposit } from './kept-deposit.ts'

export type GoodsItem = RouterOutput['goodwillBank']['item']['list'][number]
export type Purpose = RouterOutput['goodwillBank']['purpose']['list'][number]

/** 預託の受付: a sheet with every item on it, for many items at once. */
export function NewDepositPage() {
  const ground = useGround()
  const me = useQuery(trpc.user.me.queryOptions())
  const items = useQuery(trpc.goodwillBank.item.list.queryOptions())
  const purposes = useQuery(trpc.goodwillBank.purpose.list.queryOptions())
  const failed = [ground, items, purposes].find(({ isError, data }) => isError && data === undefined)
  return (
    <>
      <PageHeader
        title="預託の受付"
        description="預かった品物の数量を入れるだけです。使わない行は空けておきます。Enterで次の欄へ進みます。入力の途中のものは、このブラウザーに残ります。"
        crumbs={[{ label: '預託', href: '/admin/goodwill/deposits' }, { label: '受付' }]}
      />
      {failed !== undefined && <PageError reset={() => void failed.refetch()} />}
      {ground.data === undefined || items.data === undefined || purposes.data === undefined || me.data === undefined ? (
        <LoadingSkeleton lines={12} />
      ) : (
        <Sheets ground={ground.data} items={items.data.filter(({ closedOn }) => closedOn === null)} purposes={purposes.data.filter(({ closedOn }) => closedOn === null)} userId={me.data.userId} />
      )}
    </>
  )
}

interface SheetsProps {
  readonly ground: LedgerGround
  readonly items: readonly GoodsItem[]
  readonly purposes: readonly Purpose[]
  readonly userId: string
}

/** One sheet after the other: what is on it is kept in this browser until it is recorded. */
function Sheets({ ground, items, purposes, userId }: SheetsProps) {
  const today = useToday()
  const itemIds = items.map(({ id }) => id)
  const [sheet, setSheet] = useState(() => {
    const kept = keptDeposit(userId, { today, itemIds })
    const donation = [...ground.sources].find(([, { category, isClosed }]) => category === 'donation' && !isClosed)?.[0] ?? ''
    const first: TypedDeposit = {
      actId: newId(), depositedOn: formatLocalDateShort(today), purposeId: purposes[0]?.id ?? '', supporterId: '', supporterName: '', route: 'desk', occasion: '', note: '',
      isSameDay: false, money: '', cashAccountId: ground.defaultCashAccountId ?? '', expenseAccountId: '', fundingSourceId: donation, lines: itemIds.map(emptyLine),
    }
    return { typed: kept ?? first, isKept: kept !== null && isDepositTyped(kept) }
  })
  const begin = (typed: TypedDeposit) => {
    keepDeposit(userId, typed)
    setSheet({ typed, isKept: false })
  }
  return (
    <>
      {sheet.isKept && (
        <p className="mb-4 flex flex-wrap items-center gap-3 text-[0.9375rem]">
          前に入力して、まだ記録していない預託の続きです。
          <Button size="small" onClick={() => begin(nextDeposit(newId(), sheet.typed))}>入力を消して始める</Button>
        </p>
      )}
      <DepositForm key={sheet.typed.actId} {...{ ground, items, purposes }} initial={sheet.typed} onTyped={(typed) => keepDeposit(userId, typed)} onRecorded={(typed) => begin(nextDeposit(newId(), typed))} />
    </>
  )
}
