import { type GiftSection, giftSectionNames } from '@sasaeai/domain/donation/schedule/gift-section'
import type { GiftSchedule, GiftSums } from '@sasaeai/domain/funding-indicator/statutory-paper/gift-schedule'
import { siteName } from '@sasaeai/domain/funding-indicator/statutory-paper/schedule-control'
import { formatYenDelta, type Yen, yen } from '@sasaeai/domain/money/yen'
import { type DonorAttribute, donorAttributeNames } from '@sasaeai/domain/supporter/donor-attribute'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { useMayDo } from '../../../app/use-may-do.ts'
import { ScheduleLink } from './schedule-link.tsx'

/** A line of the form: one 属性 of a 区分, or the 区分小計. */
interface Line extends GiftSums {
  readonly section: GiftSection
  /** Undefined for the sum of the 区分. */
  readonly attribute?: DonorAttribute
}

/** 別紙3② as the form has it; each amount opens its gifts. */
export function GiftScheduleTable({ schedule, isRefreshing }: { schedule: GiftSchedule; isRefreshing: boolean }) {
  const mayOpen = useMayDo('donation.read')
  const lines = schedule.sections.flatMap(({ section, rows, sum }): Line[] => [...rows.map((row) => ({ ...row, section })), { ...sum, section }])
  return (
    <DataTable caption="寄附金収益明細書" columns={columnsOf(schedule, mayOpen)} rows={lines} rowKey={({ section, attribute = 'sum' }) => `${section} ${attribute}`} phone="cards"
      isRefreshing={isRefreshing} empty={<EmptyState title="この年度の寄附はまだありません" icon="gift" />} />
  )
}

function columnsOf(schedule: GiftSchedule, mayOpen: boolean): Column<Line>[] {
  const { sites, total } = schedule
  const figure = (line: Line, amountYen: Yen, site?: string) => <GiftFigure {...{ schedule, line, amountYen, site, mayOpen }} />
  return [
    { id: 'attribute', header: '寄附者の属性', isRowHeader: true, cell: ({ attribute }) => (attribute === undefined ? '区分小計' : donorAttributeNames[attribute]), footer: '合計' },
    { id: 'section', header: '区分', cell: ({ section }) => giftSectionNames[section], footer: '' },
    { id: 'count', header: '件数', align: 'end', cell: ({ count }) => formatYenDelta(yen(count)), footer: formatYenDelta(yen(total.count)) },
    { id: 'amount', header: '寄附金額（円）', align: 'end', cell: (line) => figure(line, line.amountYen), footer: <GiftFigure {...{ schedule, amountYen: total.amountYen, mayOpen }} /> },
    { id: 'capital', header: 'うち基本金組入額（円）', align: 'end', cell: (line) => <GiftFigure {...{ schedule, line, amountYen: line.capitalYen, hasCapital: true, mayOpen }} />, footer: <GiftFigure {...{ schedule, amountYen: total.capitalYen, hasCapital: true, mayOpen }} /> },
    ...sites.map((site, place): Column<Line> => ({
      id: `site ${site}`, header: siteName(site), align: 'end',
      cell: (line) => figure(line, line.siteYen[place] ?? yen(0), site), footer: <GiftFigure {...{ schedule, amountYen: total.siteYen[place] ?? yen(0), site, mayOpen }} />,
    })),
  ]
}

interface GiftFigureProps {
  readonly schedule: GiftSchedule
  /** The whole schedule without one. */
  readonly line?: Line
  readonly amountYen: Yen
  readonly site?: string | undefined
  /** Of うち基本金組入額. */
  readonly hasCapital?: true
  readonly mayOpen: boolean
}

function GiftFigure({ schedule: { fiscalYear, postedUntil }, line, amountYen, site, hasCapital, mayOpen }: GiftFigureProps) {
  if (!mayOpen) return formatYenDelta(amountYen)
  const section = line?.section
  const attribute = line?.attribute
  const name = section === undefined ? '合計' : `${attribute === undefined ? '区分小計' : donorAttributeNames[attribute]} ${giftSectionNames[section]}`
  return <ScheduleLink to="/statutory-papers/gifts" search={{ year: fiscalYear, postedUntil, section, attribute, site, hasCapital }} amountYen={amountYen} label={`${name}${site === undefined ? '' : ` ${siteName(site)}`}${hasCapital === true ? ' うち基本金組入額' : ''}`} />
}
