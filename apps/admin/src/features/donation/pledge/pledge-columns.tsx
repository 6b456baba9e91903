import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { donationKindNames } from '@sasaeai/domain/donation/gift/donation-kind'
import { type InstalmentState, instalmentStateNames, instalmentStateOn } from '@sasaeai/domain/donation/pledge/instalment-state'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { formatPhone, parsePhone } from '@sasaeai/domain/text/phone'
import type { Column } from '@sasaeai/ui/data-table'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'
import type { RouterOutput } from '../../../app/trpc.ts'

export type Pledge = RouterOutput['donation']['pledge']['list'][number]
type Instalment = Pledge['instalments'][number]

/** An instalment with the promise that it is of. */
export type InstalmentLine = Pledge & Instalment

const tones: Record<InstalmentState, ChipTone> = { received: 'success', partial: 'accent', day_passed: 'warning', planned: 'neutral', ended: 'neutral' }

export function InstalmentChip({ line, today }: { line: Pick<InstalmentLine, 'plannedOn' | 'plannedYen' | 'receivedYen' | 'endedOn'>; today: LocalDate }) {
  const state = instalmentStateOn(line, today)
  return <StatusChip tone={tones[state]}>{instalmentStateNames[state]}</StatusChip>
}

export const pledgeColumns: Column<Pledge>[] = [
  { id: 'giver', header: '支援者', isRowHeader: true, cell: ({ supporterName, supporterNumber }) => <>{supporterName} <span className="figures text-[0.875rem] text-ink-sub">{supporterNumber}</span></> },
  { id: 'kind', header: '種類', cell: ({ kind, endedOn }) => <>{donationKindNames[kind]} {endedOn !== null && <StatusChip>終了</StatusChip>}</> },
  { id: 'fund', header: '使いみち', cell: ({ fundName }) => fundName ?? '社協におまかせ' },
  { id: 'pledged', header: '申込日', isWideOnly: true, cell: ({ pledgedOn }) => <span className="figures">{formatLocalDateShort(pledgedOn)}</span> },
  { id: 'times', header: '受領した回', align: 'end', cell: ({ instalments }) => `${instalments.filter(({ receivedYen, plannedYen }) => receivedYen >= plannedYen).length}／${instalments.length}` },
  { id: 'planned', header: '予定額（円）', align: 'end', cell: ({ instalments }) => formatYen(sumYen(instalments.map(({ plannedYen }) => plannedYen))) },
  { id: 'received', header: '受領額（円）', align: 'end', cell: ({ instalments }) => formatYen(sumYen(instalments.map(({ receivedYen }) => receivedYen))) },
]

/** What is planned until a day and has not come: a plain list to call or to write by. */
export function dueColumns(today: LocalDate): Column<InstalmentLine>[] {
  return [
    { id: 'giver', header: '支援者', isRowHeader: true, cell: ({ supporterName, supporterNumber }) => <>{supporterName} <span className="figures text-[0.875rem] text-ink-sub">{supporterNumber}</span></> },
    { id: 'day', header: '予定日', cell: ({ plannedOn }) => <span className="figures whitespace-nowrap">{formatLocalDateShort(plannedOn)}</span> },
    { id: 'times', header: '回', align: 'end', cell: ({ sequence }) => `${sequence}回目` },
    { id: 'planned', header: '予定額（円）', align: 'end', cell: ({ plannedYen }) => formatYen(plannedYen) },
    { id: 'state', header: '状況', cell: (line) => <InstalmentChip line={line} today={today} /> },
    { id: 'phone', header: '電話', cell: ({ phone }) => <span className="figures">{readable(phone)}</span> },
  ]
}

function readable(recorded: string): string {
  const phone = parsePhone(recorded)
  return phone === null ? recorded : formatPhone(phone)
}
