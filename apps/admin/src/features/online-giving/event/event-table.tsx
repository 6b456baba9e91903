import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { gatewayEventTypeName } from '@sasaeai/domain/online-giving/event/gateway-event-type-name'
import { wordsOfEventReason } from '@sasaeai/domain/online-giving/event/quarantine-reason'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { formatInstant } from '../../user/instant-text.ts'
import { EventStateChip } from '../gift/state-chips.tsx'
import { SettleEventDialog } from './settle-event-dialog.tsx'

export type GatewayEvent = RouterOutput['onlineGiving']['event']['list']['rows'][number]

interface EventTableProps {
  readonly caption: string
  readonly events: readonly GatewayEvent[] | undefined
  /** On the page of a gift: what they are about is known. */
  readonly isOfGift?: boolean
  readonly empty?: ReactNode
  readonly isRefreshing?: boolean
}

/** What the gateway told, and what can be done about what was put aside. */
export function EventTable({ caption, events, isOfGift = false, empty, isRefreshing = false }: EventTableProps) {
  const [settled, setSettled] = useState<GatewayEvent>()
  const columns: Column<GatewayEvent>[] = [
    { id: 'type', header: '通知', isRowHeader: true, isText: true, cell: typeOf },
    { id: 'created', header: '通知の時刻', cell: ({ createdAt }) => <span className="figures">{formatInstant(createdAt)}</span> },
    { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => (amountYen === null ? '—' : formatYen(yen(amountYen))) },
    ...(isOfGift ? [] : [{ id: 'about', header: '申込み・入金', cell: aboutOf } satisfies Column<GatewayEvent>]),
    { id: 'state', header: '状態', cell: stateOf },
    { id: 'acts', header: '操作', isActs: true, cell: (event) => <EventActs event={event} onSettle={() => setSettled(event)} /> },
  ]
  return (
    <>
      <DataTable caption={caption} columns={columns} rows={events} rowKey={({ eventId }) => eventId} phone="cards" empty={empty} isRefreshing={isRefreshing} />
      {settled !== undefined && <SettleEventDialog event={settled} onClose={() => setSettled(undefined)} />}
    </>
  )
}

function typeOf({ type, eventId, accountName }: GatewayEvent) {
  return <>{gatewayEventTypeName(type)}<span className="block text-[0.8125rem] break-all text-ink-sub">{accountName}　{eventId}</span></>
}

/** Whose gift or which payout it is about; its number at the gateway below. */
function aboutOf(event: GatewayEvent) {
  const { subjectKey } = event
  const number = subjectKey === '' ? null : <span className="block text-[0.8125rem] break-all text-ink-sub">{subjectKey}</span>
  const about = nameOfSubject(event)
  return about === null && number === null ? '—' : <span className="block min-w-[9em] max-sm:inline">{about}{number}</span>
}

function nameOfSubject({ giftId, giftName, payoutId, arrivesOn }: GatewayEvent) {
  if (giftId !== null) return <AppLink to="/online-giving/gifts/$giftId" params={{ giftId }}>{giftName === null || giftName === '' ? '匿名' : giftName}</AppLink>
  if (payoutId === null || arrivesOn === null) return null
  return <AppLink to="/online-giving/payouts/$payoutId" params={{ payoutId }}>{formatLocalDateShort(arrivesOn)}の入金</AppLink>
}

function stateOf({ state, reason, note, settledByName }: GatewayEvent) {
  const words = note !== '' ? `${note}（${settledByName ?? ''}）` : reason === '' ? '' : wordsOfEventReason(reason)
  return (
    <span className="flex flex-col items-start gap-0.5 align-top max-sm:inline-flex">
      <EventStateChip state={state} />
      {words !== '' && <span className="max-w-[28em] text-[0.875rem] text-ink-sub max-sm:max-w-none">{words}</span>}
    </span>
  )
}

function EventActs({ event: { paymentAccountId, eventId, state }, onSettle }: { event: GatewayEvent; onSettle: () => void }) {
  const mayDo = useMayDo('giving.manage')
  const retry = useMutation(trpc.onlineGiving.event.retry.mutationOptions())
  const run = useRunCommand()
  if (!mayDo || state !== 'quarantined') return null
  return (
    <span className="flex flex-wrap gap-2 print-hidden">
      <Button size="small" isBusy={retry.isPending} onClick={() => void run(() => retry.mutateAsync({ paymentAccountId, eventId }), { done: '通知の反映をやり直します' })}>やり直す</Button>
      <Button size="small" onClick={onSettle}>対応済みにする</Button>
    </span>
  )
}
