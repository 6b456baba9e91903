import { giftSectionNames } from '@sasaeai/domain/donation/schedule/gift-section'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { formatYen } from '@sasaeai/domain/money/yen'
import { donorAttributeNames } from '@sasaeai/domain/supporter/donor-attribute'
import { Button } from '@sasaeai/ui/button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Answered } from '../../../app/answered.tsx'
import { DetailList } from '../../../app/detail-list.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { formatInstant } from '../../user/instant-text.ts'
import { GiftScheduleDialog } from './gift-schedule-dialog.tsx'

export type GiftScheduleAnswer = RouterOutput['donation']['schedule']['get']

/** Where 寄附金収益明細書 (別紙3②) counts the gift. */
export function GiftScheduleSection({ entryId, isUndone }: { entryId: JournalEntryId; isUndone: boolean }) {
  const schedule = useQuery(trpc.donation.schedule.get.queryOptions({ entryId }))
  return (
    <Answered answer={schedule} lines={4}>
      {(data) => <Noted entryId={entryId} isUndone={isUndone} schedule={data} onReload={() => void schedule.refetch()} />}
    </Answered>
  )
}

interface NotedProps {
  readonly entryId: JournalEntryId
  readonly isUndone: boolean
  readonly schedule: GiftScheduleAnswer
  readonly onReload: () => void
}

function Noted({ entryId, isUndone, schedule, onReload }: NotedProps) {
  const mayWrite = useMayDo('donation.write')
  const [isOpen, setOpen] = useState(false)
  const { registeredAttribute, notes } = schedule
  const [note, ...before] = notes
  return (
    <section aria-labelledby="gift-schedule" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="gift-schedule" className="text-[1.125rem] font-bold">寄附金収益明細書（別紙3②）</h2>
        {mayWrite && !isUndone && <Button size="small" icon="pencil" onClick={() => setOpen(true)}>明細書の区分を変える</Button>}
      </div>
      <DetailList lines={[
        ['寄附者の属性', note?.attribute == null ? `${donorAttributeNames[registeredAttribute]}（支援者の登録内容）` : donorAttributeNames[note.attribute]],
        ['区分', giftSectionNames[note?.section ?? 'current']],
        ['基本金組入額', note === undefined ? '0円' : `${formatYen(note.capitalYen)}円`],
        ...(note === undefined ? [] : [['記録', `${formatInstant(note.recordedAt)}　${note.recordedByName}${before.length === 0 ? '' : `（前に${before.length}回）`}`] as const]),
      ]} />
      {isOpen && <GiftScheduleDialog key={note?.id} entryId={entryId} schedule={schedule} onClose={() => setOpen(false)} onReload={() => { setOpen(false); onReload() }} />}
    </section>
  )
}
