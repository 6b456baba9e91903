import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { outreachKindNames } from '@sasaeai/domain/membership-dues/outreach/outreach-kind'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { addYen, formatYen, formatYenDelta, negateYen } from '@sasaeai/domain/money/yen'
import type { Column } from '@sasaeai/ui/data-table'
import { TextLink } from '@sasaeai/ui/text-link'
import { AppLink } from '../../../app/app-link.tsx'
import type { MomentSearch } from '../../../app/moment-search.ts'
import type { RouterOutput } from '../../../app/trpc.ts'
import { FigureLink } from '../../funding-indicator/figure-link.tsx'

export type OutreachList = RouterOutput['membershipDues']['outreach']['list']
export type OutreachEvent = OutreachList['events'][number]

/** When and what, for whom, and what came in from there in that year and the next. */
export function outreachColumns({ fiscalYear, nextYear }: OutreachList, postedUntil: MomentSearch['postedUntil']): Column<OutreachEvent>[] {
  return [
    { id: 'heldOn', header: '日付', cell: ({ heldOn }) => formatLocalDateShort(heldOn) },
    { id: 'title', header: '題名', isRowHeader: true, isText: true, cell: (event) => <Told event={event} /> },
    { id: 'whom', header: '地域・団体', cell: (event) => <Whom {...{ event, postedUntil }} /> },
    { id: 'attendees', header: '参加', align: 'end', cell: ({ attendees }) => (attendees === null ? '—' : `${groupDigits(attendees)}人`) },
    { id: 'year', header: `${formatFiscalYear(fiscalYear)}の会費（円）`, align: 'end', cell: (event) => <DuesOf {...{ event, postedUntil }} year={fiscalYear} isNext={false} /> },
    { id: 'next', header: `${formatFiscalYear(nextYear)}の会費（円）`, align: 'end', cell: (event) => <DuesOf {...{ event, postedUntil }} year={nextYear} isNext /> },
    { id: 'change', header: '差（円）', align: 'end', cell: changeOf },
  ]
}

function Told({ event: { title, kind, place, staff, channelName, costYen, summary } }: { event: OutreachEvent }) {
  const cost = costYen === null ? '' : `費用 ${formatYen(costYen)}円`
  const further = [outreachKindNames[kind], place, staff, channelName ?? '', cost].filter((words) => words !== '').join('・')
  return (
    <>
      <span className="font-bold break-keep wrap-anywhere">{title}</span>
      <span className="block text-[0.8125rem] font-normal text-ink-sub">{further}</span>
      {summary !== '' && <span className="block max-w-[44em] text-[0.875rem] leading-160 font-normal whitespace-pre-line">{summary}</span>}
    </>
  )
}

/** A name of usual length stays on one line; a long one breaks between its words, if it has any. */
const wholeName = 'sm:inline-block sm:min-w-32 break-keep wrap-anywhere'

function Whom({ event: { areaId, areaName, supporterId, supporterName }, postedUntil }: MomentSearch & { readonly event: OutreachEvent }) {
  if (supporterId !== null) return <TextLink href={`/admin/supporters/${supporterId}`} className={wholeName}>{supporterName ?? ''}</TextLink>
  if (areaId !== null) return <AppLink to="/dues/areas/$areaId" params={{ areaId }} search={{ postedUntil }} className={wholeName}>{areaName ?? ''}</AppLink>
  return '—'
}

function DuesOf({ event, year, isNext, postedUntil }: MomentSearch & { readonly event: OutreachEvent; readonly year: FiscalYear; readonly isNext: boolean }) {
  const { dues, areaId, supporterId, title } = event
  const amountYen = dues === null ? null : isNext ? dues.nextYen : dues.yearYen
  if (amountYen === null) return '—'
  const place = supporterId === null ? { areaId: areaId ?? undefined } : { supporterId }
  return <FigureLink amountYen={amountYen} filter={{ duesYear: year, postedUntil, ...place }} label={`${title} ${formatFiscalYear(year)}の会費`} />
}

function changeOf({ dues }: OutreachEvent): string {
  return dues === null || dues.nextYen === null ? '—' : formatYenDelta(addYen(dues.nextYen, negateYen(dues.yearYen)))
}
