import { formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { Button } from '@sasaeai/ui/button'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import type { RouterOutput } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useToday } from '../../../app/use-today.ts'
import { ContactLog } from '../../supporter/contact-log.tsx'

type ProspectBoard = RouterOutput['membershipDues']['prospect']['list']
export type BoardProspect = ProspectBoard['prospects'][number]
export type ResponsiblePerson = ProspectBoard['people'][number]
export type ProspectAct = 'edit' | 'join' | 'decline'

interface ProspectCardProps {
  readonly prospect: BoardProspect
  /** Left out for those who only read. */
  readonly onAct: ((act: ProspectAct, prospect: BoardProspect) => void) | undefined
}

/** One prospect: who, how many 口 are hoped for, what is to be done next and by whom. */
export function ProspectCard({ prospect, onAct }: ProspectCardProps) {
  const { name, supporterId, supporterNumber, duesKindName, hopedUnits, stage, note, responsibleName, contactedOn } = prospect
  const mayRead = useMayDo('supporter.read')
  const isOpen = stage !== 'joined' && stage !== 'declined'
  return (
    <li className="keep-together rounded-8 border border-line bg-white p-4">
      <p className="font-bold">
        {mayRead ? <AppLink to="/supporters/$supporterId" params={{ supporterId }}>{name}</AppLink> : name}
        <span className="figures ml-2 text-[0.8125rem] font-normal text-ink-sub">{supporterNumber}</span>
      </p>
      <p className="text-[0.9375rem] text-ink-sub">
        {duesKindName}{hopedUnits !== null && `・${groupDigits(hopedUnits)}口`}{responsibleName !== null && `・担当 ${responsibleName}`}
      </p>
      {isOpen && <NextAction prospect={prospect} />}
      {note !== '' && <p className="mt-2 text-[0.9375rem] whitespace-pre-line">{note}</p>}
      {mayRead && <Contacts supporterId={supporterId} summary={contactedOn === null ? '接触の記録' : `接触の記録（最後は${formatLocalDateShort(contactedOn)}）`} />}
      {onAct !== undefined && stage !== 'joined' && (
        <div className="mt-3 flex flex-wrap gap-2 print-hidden">
          {isOpen && <Button size="small" onClick={() => onAct('join', prospect)}>入会にする</Button>}
          <Button size="small" variant="quiet" onClick={() => onAct('edit', prospect)}>{isOpen ? '変更する' : 'もう一度見込みにする'}</Button>
          {isOpen && <Button size="small" variant="quiet" onClick={() => onAct('decline', prospect)}>見送る</Button>}
        </div>
      )}
    </li>
  )
}

/** 次にすること; a day that is past or today is told in words. */
function NextAction({ prospect: { nextAction, nextActionOn } }: { readonly prospect: BoardProspect }) {
  const today = useToday()
  if (nextAction === '' && nextActionOn === null) return null
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1">
      {nextActionOn !== null && <span className="figures font-bold">{formatLocalDate(nextActionOn)}</span>}
      {nextActionOn !== null && nextActionOn < today && <StatusChip tone="warning">予定日を過ぎています</StatusChip>}
      {nextActionOn === today && <StatusChip tone="accent">今日</StatusChip>}
      <span>{nextAction}</span>
    </p>
  )
}

/** Fetched when it is opened: few of a board's cards are. */
function Contacts({ supporterId, summary }: { readonly supporterId: BoardProspect['supporterId']; readonly summary: string }) {
  const [isOpened, setOpened] = useState(false)
  return (
    <details className="mt-2 print-hidden" onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary className="w-fit cursor-pointer py-1.5 text-[0.9375rem] text-accent underline">{summary}</summary>
      {isOpened && <ContactLog supporterId={supporterId} />}
    </details>
  )
}
