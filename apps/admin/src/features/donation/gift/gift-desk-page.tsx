import { firstGift, nextGift, type TypedGift } from '@sasaeai/domain/donation/gift/typed-gift'
import { Button } from '@sasaeai/ui/button'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../../app/new-id.ts'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { type LedgerGround, useGround } from '../../ledger/use-ground.ts'
import { GiftForm } from './gift-form.tsx'
import { keepGift, keptGift } from './kept-gift.ts'

/** 寄附の受付: a gift that came to the desk, into the books with what the giver said about it. */
export function GiftDeskPage() {
  const ground = useGround()
  const me = useQuery(trpc.user.me.queryOptions())
  return (
    <>
      <PageHeader
        title="寄附の受付"
        crumbs={[{ label: '寄附', href: '/admin/donations' }, { label: '受付' }]}
        description="記帳すると、寄附の一覧と帳簿に載ります。Enterで次の欄へ進みます。入力の途中は、このブラウザーに残ります。"
      />
      {ground.isError && <PageError reset={() => void ground.refetch()} />}
      {ground.data === undefined || me.data === undefined ? <LoadingSkeleton lines={12} /> : <Sheets ground={ground.data} userId={me.data.userId} />}
    </>
  )
}

/** One sheet after the other: what is on it is kept in this browser until it is booked. */
function Sheets({ ground, userId }: { ground: LedgerGround; userId: string }) {
  const post = useMutation(trpc.donation.gift.post.mutationOptions())
  const today = useToday()
  const empty = () => firstGift(newId(), { today, cashAccountId: ground.defaultCashAccountId, ...usualOf(ground) })
  const [sheet, setSheet] = useState(() => {
    const kept = keptGift(userId)
    return { typed: kept ?? empty(), isKept: kept !== null }
  })
  const begin = (typed: TypedGift) => {
    keepGift(userId, typed)
    setSheet({ typed, isKept: false })
    window.scrollTo({ top: 0 })
  }
  return (
    <>
      {sheet.isKept && (
        <p className="mb-4 flex flex-wrap items-center gap-3 text-[0.9375rem]">
          前に入力して、まだ記帳していない寄附の続きです。
          <Button size="small" onClick={() => begin(empty())}>入力を消して始める</Button>
        </p>
      )}
      <GiftForm
        key={sheet.typed.giftId}
        ground={ground}
        initial={sheet.typed}
        submitLabel="記帳する"
        onTyped={(typed) => keepGift(userId, typed)}
        send={(gift) => post.mutateAsync({ giftId: sheet.typed.giftId, gift })}
        onBooked={(typed) => begin(nextGift(newId(), typed))}
        onAnother={(typed) => begin({ ...typed, giftId: newId() })}
      />
    </>
  )
}

/** The only source of gifts where there is one, and 事業費 by its usual name. */
function usualOf({ sources, accounts }: LedgerGround) {
  const ofGifts = [...sources].filter(([, { category, isClosed }]) => category === 'donation' && !isClosed)
  const expense = [...accounts].find(([, { category, name, isClosed, isHeading }]) => category === 'expense' && !isClosed && !isHeading && name.startsWith('事業費'))
  return { fundingSourceId: ofGifts[0]?.[0], expenseAccountId: expense?.[0] }
}
