import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { campaignPhase, campaignPhaseWords } from '@sasaeai/domain/community-chest/campaign/campaign-phase'
import { driveKindNames } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import { goalOfCampaigns } from '@sasaeai/domain/community-chest/goal/goal-of-campaigns'
import { printedRate, type RateRules } from '@sasaeai/domain/community-chest/result/printed-rate'
import { formatYen, formatYenDelta, sumYen } from '@sasaeai/domain/money/yen'
import type { Column } from '@sasaeai/ui/data-table'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'
import { figureLook, TextLink } from '@sasaeai/ui/text-link'
import { AppLink } from '../../../app/app-link.tsx'
import { entriesHref } from '../../../app/entries-href.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import type { CampaignStanding } from './campaign-acts.tsx'

interface CampaignTableLook extends MomentSearch {
  readonly today: LocalDate
  readonly hasTotal: boolean
  readonly rules: RateRules
}

/** The columns of 運動の一覧; the totals stand under drives of one body only. */
export function campaignColumns(rows: readonly CampaignStanding[], { today, hasTotal, rules, postedUntil }: CampaignTableLook): Column<CampaignStanding>[] {
  const total = (value: string) => (hasTotal ? { footer: value } : {})
  const goal = goalOfCampaigns(rows.map(({ measuredGoalYen }) => measuredGoalYen))
  const collected = sumYen(rows.map(({ collectedYen }) => collectedYen))
  return [
    { id: 'name', header: '運動', isRowHeader: true, cell: (row) => nameOf(row, postedUntil), ...total('合計') },
    { id: 'window', header: '期間', cell: ({ opensOn, closesOn }) => `${formatLocalDateShort(opensOn)}〜${formatLocalDateShort(closesOn)}`, isWideOnly: true },
    { id: 'state', header: '状況', cell: (row) => <CampaignChip campaign={row} today={today} /> },
    { id: 'goal', header: '目標額（円）', align: 'end', cell: goalCell,
      ...total(goal === null ? '—' : formatYen(goal)) },
    { id: 'collected', header: '実績額（円）', align: 'end', cell: (row) => collectedOf(row, postedUntil), ...total(formatYenDelta(collected)) },
    { id: 'attainment', header: '達成率', align: 'end', cell: (row) => printedRate(row.collectedYen, row.measuredGoalYen, rules),
      ...total(printedRate(collected, goal, rules)) },
    {
      id: 'lastYear', header: '前年同日比', align: 'end', cell: (row) => printedRate(row.untilYen, row.lastUntilYen, rules),
      help: <HelpTip term="前年同日比">去年の同じ月日までの実績額に対する割合です。終わった年度では、年度全体どうしを比べます。</HelpTip>,
      ...total(printedRate(sumYen(rows.map(({ untilYen }) => untilYen)), lastTotal(rows), rules)),
    },
    {
      id: 'held', header: '預り残高（円）', align: 'end', cell: (row) => formatYenDelta(row.heldYen),
      help: <HelpTip term="預り残高">共同募金会へまだ送金していない額です。0円になると、運動を締められます。</HelpTip>,
      ...total(formatYenDelta(sumYen(rows.map(({ heldYen }) => heldYen)))),
    },
  ]
}

const tones: Record<ReturnType<typeof campaignPhase>, ChipTone> = { ahead: 'neutral', open: 'accent', over: 'warning', closed: 'success' }

export function CampaignChip({ campaign, today }: { campaign: CampaignStanding; today: LocalDate }) {
  return <StatusChip tone={tones[campaignPhase(campaign, today)]}>{campaignPhaseWords(campaign, today)}</StatusChip>
}

function nameOf({ id, name, drive, group }: CampaignStanding, postedUntil: MomentSearch['postedUntil']) {
  const about = [name === driveKindNames[drive] ? '' : driveKindNames[drive], group?.name ?? ''].filter((each) => each !== '' && each !== name)
  return (
    <>
      <AppLink to="/chest/$campaignId" params={{ campaignId: id }} search={{ postedUntil }}>{name}</AppLink>
      {about.length > 0 && <span className="block text-[0.8125rem] font-normal text-ink-sub">{about.join('・')}</span>}
    </>
  )
}

/** Where no goal is fixed yet, what the areas and methods come to so far, which says so. */
function goalCell({ goalYen, measuredGoalYen }: CampaignStanding) {
  if (measuredGoalYen === null) return '—'
  return (
    <>
      {formatYen(measuredGoalYen)}
      {goalYen === null && <span className="block text-[0.8125rem] text-ink-sub">積み上げ</span>}
    </>
  )
}

function collectedOf({ id: campaignId, name, collectedYen, drive }: CampaignStanding, postedUntil: MomentSearch['postedUntil']) {
  const amount = formatYenDelta(collectedYen)
  return (
    <TextLink href={entriesHref({ campaignId, holding: drive === 'other' ? 'other_drive' : 'custody', postedUntil })}
      aria-label={`${name} 実績額 ${amount}円の内訳`} className={figureLook}>
      {amount}
    </TextLink>
  )
}

/** Null, and so no rate, where last year had none of the drives. */
function lastTotal(rows: readonly CampaignStanding[]) {
  const last = rows.flatMap(({ lastUntilYen }) => (lastUntilYen === null ? [] : [lastUntilYen]))
  return last.length === 0 ? null : sumYen(last)
}
