import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type DistrictPlanState, districtPlanStateNames } from '@sasaeai/domain/funding-indicator/plan/district-plan-state'
import { formatYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'
import { lazy, Suspense, useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import type { DistrictPlanRow, DistrictPlans, DistrictRow } from './district-plans-page.tsx'
import { planYearsText } from './plan-years.ts'

const DistrictPlanDialog = lazy(async () => ({ default: (await import('./district-plan-dialog.tsx')).DistrictPlanDialog }))

/** A 校区 and one of its plans; null where it has none. */
export interface DistrictLine {
  readonly district: DistrictRow
  readonly plan: DistrictPlanRow | null
}

const tones: Record<DistrictPlanState, ChipTone> = { none: 'neutral', preparing: 'warning', adopted: 'success', revising: 'accent' }

/** Every 校区 with its plans; one without a plan has a line of its own. */
export function DistrictPlanTable({ all, shown, postedUntil }: MomentSearch & { readonly all: DistrictPlans; readonly shown: readonly DistrictRow[] }) {
  const mayManage = useMayDo('indicator.manage') && postedUntil === undefined
  const [edited, setEdited] = useState<DistrictLine>()
  const lines = shown.flatMap((district): DistrictLine[] => (district.plans.length === 0 ? [{ district, plan: null }] : district.plans.map((plan) => ({ district, plan }))))
  const columns: Column<DistrictLine>[] = [
    {
      id: 'district', header: '校区', isRowHeader: true, isText: true,
      cell: ({ district, plan }) => (
        <>
          <span className="block min-w-24 xl:min-w-37 print:min-w-34">{district.name}</span>
          {plan !== null && <span className="block text-[0.8125rem] font-normal text-ink-sub">{plan.name}</span>}
        </>
      ),
    },
    { id: 'state', header: '策定の状況', cell: ({ plan }) => <StatusChip tone={tones[plan?.planState ?? 'none']}>{districtPlanStateNames[plan?.planState ?? 'none']}</StatusChip> },
    { id: 'years', header: '期間', cell: ({ plan }) => (plan === null ? '—' : <span className="break-keep">{planYearsText(plan)}</span>) },
    { id: 'summary', header: '概要', cell: ({ plan }) => <Summary plan={plan} /> },
    { id: 'funds', header: '使途・基金（残高）', cell: ({ plan }) => <Funds {...{ plan, all, postedUntil }} /> },
    { id: 'grants', header: '助成（決定額）', cell: ({ plan }) => <Grants {...{ plan, postedUntil }} /> },
    ...(mayManage ? [{
      id: 'acts', header: '操作', isActs: true, cell: (line: DistrictLine) => <Acts line={line} onOpen={setEdited} />,
    }] : []),
  ]
  return (
    <>
      <DataTable caption="校区福祉活動計画の一覧" columns={columns} rows={lines} rowKey={({ district, plan }) => plan?.districtPlanId ?? district.areaId} phone="cards"
        empty={<EmptyState title="この状況の校区はありません">「策定の状況」を選び直してください。校区は「設定 › 地域と世帯数」で登録します。</EmptyState>} />
      <Suspense>
        {edited !== undefined && <DistrictPlanDialog key={edited.plan?.revision} line={edited} funds={all.funds} onClose={() => setEdited(undefined)} />}
      </Suspense>
    </>
  )
}

function Acts({ line, onOpen }: { readonly line: DistrictLine; readonly onOpen: (line: DistrictLine) => void }) {
  const { district, plan } = line
  return (
    <div className="flex sm:flex-col sm:items-start xl:flex-row print-hidden">
      {plan !== null && <Button variant="quiet" size="small" className="whitespace-nowrap" aria-label={`${district.name}の「${plan.name}」を編集する`} onClick={() => onOpen(line)}>編集</Button>}
      {/* The next plan of a 校区 stands beside the one before. */}
      {plan === district.plans[0] || plan === null ? (
        <Button variant="quiet" size="small" className="whitespace-nowrap" aria-label={`${district.name}に計画を追加する`} onClick={() => onOpen({ district, plan: null })}>追加</Button>
      ) : null}
    </div>
  )
}

function Summary({ plan }: { readonly plan: DistrictPlanRow | null }) {
  if (plan === null) return '—'
  return (
    <span className="block min-w-32 whitespace-pre-line">
      {plan.summary === '' ? '—' : plan.summary}
      {plan.note !== '' && <span className="block text-[0.8125rem] text-ink-sub">{plan.note}</span>}
    </span>
  )
}

function Funds({ plan, all, postedUntil }: MomentSearch & { readonly plan: DistrictPlanRow | null; readonly all: DistrictPlans }) {
  const linked = all.funds.filter(({ fundId }) => plan?.fundIds.includes(fundId) === true)
  if (linked.length === 0) return '—'
  return linked.map(({ fundId, name, balanceYen }) => (
    <span key={fundId} className="block">
      <AppLink to="/funds/$fundId" params={{ fundId }} search={{ postedUntil }}>{name}</AppLink> <span className="figures whitespace-nowrap">{formatYen(balanceYen)}円</span>
    </span>
  ))
}

function Grants({ plan, postedUntil }: MomentSearch & { readonly plan: DistrictPlanRow | null }) {
  if (plan === null || plan.grants.length === 0) return '—'
  return plan.grants.map(({ applicationId, callId, callName, fiscalYear, projectName, awardedYen }) => (
    <span key={applicationId} className="block">
      <AppLink to="/grants/$callId" params={{ callId }} search={{ postedUntil }}>{projectName}</AppLink>{' '}
      <span className="figures whitespace-nowrap">{awardedYen === null ? '決定前' : `${formatYen(awardedYen)}円`}</span>
      <span className="block text-[0.8125rem] text-ink-sub">{formatFiscalYear(fiscalYear)}　{callName}</span>
    </span>
  ))
}
