import { firstCashCount, nextCashCount, type TypedCashCount } from '@sasaeai/domain/community-chest/point/typed-cash-count'
import { Button } from '@sasaeai/ui/button'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { newId } from '../../../app/new-id.ts'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useToday } from '../../../app/use-today.ts'
import { type LedgerGround, useGround } from '../../ledger/use-ground.ts'
import { CashCountForm } from './cash-count-form.tsx'
import { CashCountTable } from './cash-count-table.tsx'
import type { CollectionPoint } from './count-head-fields.tsx'
import { isCounted, keepCount, keptCount } from './kept-count.ts'

/** 金種計数: coins and notes of a box or a street collection, counted into the books. */
export function CashCountPage() {
  const fiscalYear = useFiscalYearInView()
  const mayWrite = useMayDo('chest.write')
  const ground = useGround()
  const me = useQuery(trpc.user.me.queryOptions())
  const points = useQuery(trpc.communityChest.point.list.queryOptions({ fiscalYear }))
  const counts = useQuery(trpc.communityChest.point.counts.queryOptions({ fiscalYear }))
  const failed = [ground, points, counts].find(({ isError, data }) => isError && data === undefined)
  return (
    <>
      <PageHeader
        title="金種計数"
        description="募金箱や街頭募金のお金を、金種ごとの枚数で記帳します。Enterで次の欄へ、↑↓で上下の金種へ進みます。"
        crumbs={[{ label: '運動の一覧', href: '/admin/chest' }, { label: '金種計数' }]}
      />
      {failed !== undefined && <PageError reset={() => void failed.refetch()} />}
      {mayWrite && (ground.data === undefined || points.data === undefined || me.data === undefined ? (
        <LoadingSkeleton lines={10} />
      ) : (
        <Sheets ground={ground.data} points={points.data} userId={me.data.userId} />
      ))}
      <CashCountTable counts={counts.data} />
    </>
  )
}

/** One sheet after the other: what is on it is kept in this browser until it is booked. */
function Sheets({ ground, points, userId }: { ground: LedgerGround; points: readonly CollectionPoint[]; userId: string }) {
  const today = useToday()
  const [sheet, setSheet] = useState(() => {
    const kept = keptCount(userId, today)
    const typed = kept ?? firstCashCount(newId(), { today, cashAccountId: ground.defaultCashAccountId })
    return { typed, isNext: false, isKept: kept !== null && isCounted(kept) }
  })
  const begin = (typed: TypedCashCount, isNext: boolean) => {
    keepCount(userId, typed)
    setSheet({ typed, isNext, isKept: false })
  }
  return (
    <>
      {sheet.isKept && (
        <p className="mb-4 flex flex-wrap items-center gap-3 text-[0.9375rem]">
          前に入力して、まだ記帳していない計数の続きです。
          <Button size="small" onClick={() => begin(nextCashCount(newId(), sheet.typed), false)}>入力を消して始める</Button>
        </p>
      )}
      <CashCountForm
        key={sheet.typed.countId}
        {...{ ground, points }}
        initial={sheet.typed}
        isNext={sheet.isNext}
        onTyped={(typed) => keepCount(userId, typed)}
        onPosted={(typed) => begin(nextCashCount(newId(), typed), true)}
        onAnother={(typed) => begin({ ...typed, countId: newId() }, false)}
      />
    </>
  )
}
