import { differenceYen, type ScheduleControl } from '@sasaeai/domain/funding-indicator/statutory-paper/schedule-control'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LedgerAccountId } from '@sasaeai/domain/ids'
import type { PostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { addYen, formatYenDelta, negateYen, sumYen, type Yen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import type { ReactNode } from 'react'
import { FigureLink } from '../figure-link.tsx'

/** How an amount that a schedule prints is shown: of one account, or of all of them. */
export type PrintedLink = (printed: { readonly accountId?: LedgerAccountId; readonly amountYen: Yen; readonly label: string }) => ReactNode

interface ControlledSchedule {
  readonly fiscalYear: FiscalYear
  readonly postedUntil?: PostingMoment | undefined
  readonly controls: readonly ScheduleControl[]
}

/** Each account against the ledger, in red where something is missing, with what that is. */
export function ScheduleControls({ schedule, title, printedLink }: { schedule: ControlledSchedule; title: string; printedLink: PrintedLink }) {
  const { controls } = schedule
  if (controls.length === 0) return null
  const hasDifference = controls.some((control) => differenceYen(control) !== 0)
  return (
    <div className="flex flex-col gap-2">
      {hasDifference && (
        <NoticeBanner tone="error" title="帳簿の科目の額と一致していません">
          差のある科目に、この明細書に載せない財源の記帳が混ざっています。財源の区分を直すか、別の科目に振り替えるか、載せる財源に加えてください。
        </NoticeBanner>
      )}
      <DataTable caption={title} columns={columnsOf(schedule, printedLink)} rows={controls} rowKey={({ accountId }) => accountId} phone="cards" />
    </div>
  )
}

function columnsOf({ fiscalYear, postedUntil, controls }: ControlledSchedule, printedLink: PrintedLink): Column<ScheduleControl>[] {
  const [ledger, printed] = [sumYen(controls.map(({ ledgerYen }) => ledgerYen)), sumYen(controls.map(({ scheduleYen }) => scheduleYen))]
  return [
    { id: 'account', header: '科目', isRowHeader: true, cell: ({ code, name }) => `${code} ${name}`, footer: '計' },
    { id: 'ledger', header: '帳簿の額（円）', align: 'end', footer: ledger === printed ? printedLink({ amountYen: ledger, label: '計 帳簿' }) : formatYenDelta(ledger),
      cell: ({ accountId, name, ledgerYen }) => <FigureLink amountYen={ledgerYen} filter={{ fiscalYear, accountId, postedUntil }} label={`${name} 帳簿`} /> },
    { id: 'printed', header: '明細書の額（円）', align: 'end', footer: printedLink({ amountYen: printed, label: '計 明細書' }),
      cell: ({ accountId, name, scheduleYen }) => printedLink({ accountId, amountYen: scheduleYen, label: `${name} 明細書` }) },
    { id: 'difference', header: '差（円）', align: 'end', cell: (control) => <Difference control={control} />, footer: formatYenDelta(addYen(ledger, negateYen(printed))) },
    { id: 'leftOut', header: '明細書にない記帳', cell: ({ leftOut, accountId }) => (leftOut.length === 0 ? 'なし' : leftOut.map(({ sourceId, sourceName, amountYen }) => (
      <span key={sourceId ?? ''} className="block text-red-900">
        {sourceName ?? '財源のない記帳'}{' '}
        <FigureLink amountYen={amountYen} label={sourceName ?? '財源のない記帳'} filter={{ fiscalYear, accountId, ...(sourceId === null ? {} : { fundingSourceId: sourceId }), postedUntil }} />円
      </span>
    ))) },
  ]
}

function Difference({ control }: { control: ScheduleControl }) {
  const difference = differenceYen(control)
  return difference === 0 ? '一致' : <span className="font-bold text-red-900">{formatYenDelta(difference)}</span>
}
