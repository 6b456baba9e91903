import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { OnlineGiftId } from '@sasaeai/domain/ids'
import { formatYen } from '@sasaeai/domain/money/yen'
import { recurringChangeNames } from '@sasaeai/domain/online-giving/recurring/recurring-gift-input'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { useState } from 'react'
import { DetailList } from '../../../app/detail-list.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { formatInstant } from '../../user/instant-text.ts'
import type { OnlineGift } from '../gift/online-gift-page.tsx'
import { ChangeRecurringDialog, type RecurringAct } from './change-recurring-dialog.tsx'

type Recurring = NonNullable<OnlineGift['recurring']>
type Change = OnlineGift['changes'][number]

/** How a monthly gift stands, what was changed of it, and what can be changed on the giver's wish. */
export function RecurringSection({ giftId, recurring, changes }: { giftId: OnlineGiftId; recurring: Recurring; changes: readonly Change[] }) {
  const mayChange = useMayDo('giving.manage')
  const [act, setAct] = useState<RecurringAct>()
  const { state, amountYen, nextOn, lastFailure, endedAt } = recurring
  return (
    <section aria-labelledby="recurring">
      <h2 id="recurring" className="mb-3 text-[1.125rem] font-bold">毎月の寄附</h2>
      <DetailList lines={[
        ['毎月の金額', `${formatYen(amountYen)}円`],
        ...(state === 'ended' ? [['終了', formatInstant(endedAt)] as const] : [['次の引き落とし', nextOn === null ? '—' : formatLocalDate(nextOn)] as const]),
        ...(lastFailure === '' ? [] : [['引き落とせなかった理由', lastFailure] as const]),
      ]} />
      {mayChange && state !== 'ended' && (
        <p className="mt-3 flex flex-wrap gap-2 print-hidden">
          <Button onClick={() => setAct('amount')}>金額を変える</Button>
          {state === 'paused' ? <Button onClick={() => setAct('resume')}>再開する</Button> : <Button onClick={() => setAct('pause')}>休止する</Button>}
          <Button onClick={() => setAct('end')}>終了する</Button>
        </p>
      )}
      <div className="mt-4">
        <DataTable caption="変更の記録" columns={columns} rows={changes} rowKey={({ changedAt, kind }) => `${changedAt} ${kind}`} phone="cards" />
      </div>
      {act !== undefined && <ChangeRecurringDialog giftId={giftId} amountYen={amountYen} act={act} onClose={() => setAct(undefined)} />}
    </section>
  )
}

const columns: readonly Column<Change>[] = [
  { id: 'at', header: '日時', cell: ({ changedAt }) => <span className="figures">{formatInstant(changedAt)}</span> },
  { id: 'kind', header: '変更', isRowHeader: true, cell: kindOf },
  { id: 'by', header: '変えた人', cell: byOf },
  { id: 'note', header: '内容', cell: ({ note }) => (note === '' ? '—' : note) },
]

function kindOf({ kind, beforeYen, afterYen }: Change) {
  if (kind !== 'amount' || beforeYen === null || afterYen === null) return recurringChangeNames[kind]
  return `${recurringChangeNames.amount}（${formatYen(beforeYen)}円から${formatYen(afterYen)}円へ）`
}

function byOf({ by, changedByName }: Change) {
  if (by === 'staff') return changedByName ?? '職員'
  return by === 'giver' ? '寄附者' : '決済会社'
}
