import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatAttainment } from '@sasaeai/domain/money/ratio'
import { formatYen, formatYenDelta, sumYen, type Yen, yen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { FigureLink } from '../../funding-indicator/figure-link.tsx'
import type { Branch, BranchOfficer, BranchSheet } from './branches-page.tsx'

interface BranchTableProps extends MomentSearch {
  readonly sheet: BranchSheet
  /** Undefined for those who only read, and where a past moment is looked at. */
  readonly onAdd: ((branch: Branch) => void) | undefined
  readonly onEdit: (branch: Branch, officer: BranchOfficer) => void
}

/** The 校区 in the order of their codes; sums below. */
export function BranchTable(props: BranchTableProps) {
  return (
    <>
      <DataTable caption="校区分会" columns={columnsOf(props)} rows={props.sheet.branches} rowKey={({ areaId }) => areaId} phone="cards" />
      <p className="phrases mt-2 text-[0.8125rem] text-ink-faint">
        達成率は、校区に目標額のある募金方法の実績額（「うち」の額）で比べています。法人や街頭のように、市全体で目標を立てた方法の実績額は入れません。
      </p>
    </>
  )
}

function columnsOf({ sheet, postedUntil, onAdd, onEdit }: BranchTableProps): Column<Branch>[] {
  const { campaign, branches } = sheet
  const goal = sumYen(branches.map(({ goalYen }) => goalYen ?? yen(0)))
  const collected = sumYen(branches.map(({ collectedYen }) => collectedYen))
  const towardsGoal = sumYen(branches.map(({ towardsGoalYen }) => towardsGoalYen))
  const before = sumYen(branches.map(({ lastYearYen }) => lastYearYen))
  return [
    { id: 'name', header: '校区', isRowHeader: true, cell: ({ code, name }) => <span className="whitespace-nowrap"><span className="figures mr-1.5 text-[0.8125rem] text-ink-sub max-sm:hidden">{code}</span>{name}</span>, footer: '合計' },
    { id: 'officers', header: '役員', cell: (branch) => <Officers {...{ branch, onAdd, onEdit }} /> },
    { id: 'households', header: '世帯', align: 'end', isWideOnly: true, cell: ({ households }) => (households === null ? '—' : groupDigits(households)) },
    { id: 'goal', header: '目標額（円）', align: 'end', cell: ({ goalYen }) => (goalYen === null ? '—' : formatYen(goalYen)), footer: formatYen(goal) },
    { id: 'collected', header: '実績額（円）', align: 'end', cell: (branch) => <Collected {...{ branch, campaign, postedUntil }} />,
      footer: <>{formatYenDelta(collected)}<OfThese all={collected} towardsGoal={towardsGoal} /></> },
    { id: 'rate', header: '達成率', align: 'end', cell: ({ towardsGoalYen, goalYen }) => formatAttainment(towardsGoalYen, goalYen), footer: formatAttainment(towardsGoal, goal) },
    { id: 'before', header: '前年度（円）', align: 'end', isWideOnly: true, cell: ({ lastYearYen }) => formatYenDelta(lastYearYen), footer: formatYenDelta(before) },
    { id: 'batches', header: '届いた束', align: 'end', isWideOnly: true, cell: ({ batches }) => groupDigits(batches) },
    { id: 'materials', header: '資材の戻り', align: 'end', isWideOnly: true, cell: ({ issued, returned }) => (issued === 0 ? '—' : `${groupDigits(returned)}/${groupDigits(issued)}`) },
    ...(campaign === null || postedUntil !== undefined ? [] : [{
      id: 'acts', header: '操作', isActs: true,
      cell: ({ areaId }: Branch) => (
        <span className="print-hidden whitespace-nowrap sm:-my-1.5">
          <OrderPapersButton size="small" order={{ kind: 'branch_collection_sheets', campaignId: campaign.campaignId, areaId }}>取りまとめ書</OrderPapersButton>
        </span>
      ),
    }]),
  ]
}

interface CollectedProps extends MomentSearch {
  readonly branch: Branch
  readonly campaign: BranchSheet['campaign']
}

function Collected({ branch: { areaId, name, collectedYen, towardsGoalYen, goalYen }, campaign, postedUntil }: CollectedProps) {
  return (
    <>
      {campaign === null ? formatYenDelta(collectedYen) : <FigureLink amountYen={collectedYen} filter={{ campaignId: campaign.campaignId, areaId, postedUntil }} label={`${name} 実績額`} />}
      {goalYen !== null && <OfThese all={collectedYen} towardsGoal={towardsGoalYen} />}
    </>
  )
}

/** What counts towards the goals, where it is not all. */
function OfThese({ all, towardsGoal }: { all: Yen; towardsGoal: Yen }) {
  return all === towardsGoal ? null : <span className="block text-[0.8125rem] font-normal text-ink-sub">うち{formatYenDelta(towardsGoal)}</span>
}

interface OfficersProps extends Pick<BranchTableProps, 'onAdd' | 'onEdit'> {
  readonly branch: Branch
}

/** The name opens the form, where an officer can also be taken off. */
function Officers({ branch, onAdd, onEdit }: OfficersProps) {
  return (
    <ul className="flex flex-col gap-0.5">
      {branch.officers.map((officer) => (
        <li key={officer.officerId} className="whitespace-nowrap">
          <span className="text-[0.8125rem] text-ink-sub">{officer.role}</span>{' '}
          {onAdd === undefined ? (
            officer.name
          ) : (
            <button type="button" aria-label={`${branch.name} ${officer.name}を編集する`} onClick={() => onEdit(branch, officer)}
              className="min-h-6 cursor-pointer text-accent underline underline-offset-4 max-sm:min-h-11 print:text-ink print:no-underline">
              {officer.name}
            </button>
          )}
        </li>
      ))}
      {onAdd !== undefined && (
        <li className="print-hidden">
          <Button variant="quiet" size="small" icon="plus" className="-ml-3 sm:-my-1.5" aria-label={`${branch.name}に役員を追加する`} onClick={() => onAdd(branch)}>追加</Button>
        </li>
      )}
    </ul>
  )
}
