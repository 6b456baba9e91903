import { countDistrictsByState, stateOfDistrict } from '@sasaeai/domain/funding-indicator/plan/district-plan-counts'
import { type DistrictPlanState, districtPlanStateNames, districtPlanStates } from '@sasaeai/domain/funding-indicator/plan/district-plan-state'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { Button } from '@sasaeai/ui/button'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Answered } from '../../../app/answered.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { PageMoment } from '../page-moment.tsx'
import { DistrictPlanTable } from './district-plan-table.tsx'

export type DistrictPlans = RouterOutput['plan']['district']['list']
export type DistrictRow = DistrictPlans['districts'][number]
export type DistrictPlanRow = DistrictRow['plans'][number]

/** 校区福祉活動計画: every 校区, where its plan stands, and the money behind it. */
export function DistrictPlansPage() {
  const { postedUntil } = useSearch({ from: '/staff/plans/districts' })
  const answer = useQuery({ ...trpc.plan.district.list.queryOptions({ postedUntil }), placeholderData: keepPreviousData })
  const write = useMutation(trpc.plan.district.export.mutationOptions())
  return (
    <>
      <PageHeader title="校区福祉活動計画" crumbs={[{ label: '計画', href: '/admin/plans' }, { label: '校区福祉活動計画' }]} description={`校区ごとの策定の状況と、計画を支える使途・基金、助成です。${postedUntil === undefined ? '' : `${postedUntilWords(postedUntil)}で、計画の内容もその時点のものです。`}`}
        actions={
          <>
            <Button icon="printer" onClick={() => window.print()}>印刷</Button>
            <ExportChoice subject="校区福祉活動計画" write={(format) => write.mutateAsync({ postedUntil, format })}>
              すべての校区の計画の一覧と、策定の状況ごとの校区の数の表です。
            </ExportChoice>
          </>
        } />
      <PageMoment postedUntil={postedUntil} />
      <Answered answer={answer}>{(data) => <Districts all={data} />}</Answered>
    </>
  )
}

function Districts({ all }: { readonly all: DistrictPlans }) {
  const { state, postedUntil } = useSearch({ from: '/staff/plans/districts' })
  const navigate = useNavigate({ from: '/plans/districts' })
  const counts = countDistrictsByState(all.districts)
  const show = (wanted: DistrictPlanState | undefined) => void navigate({ search: { postedUntil, state: wanted }, resetScroll: false })
  const shown = state === undefined ? all.districts : all.districts.filter(({ plans }) => stateOfDistrict(plans) === state)
  return (
    <div className="flex flex-col gap-6">
      <div className="grid grid-cols-2 gap-6 sm:grid-cols-4 print:grid-cols-4 print:gap-4">
        {districtPlanStates.map((each) => <StatFigure key={each} label={districtPlanStateNames[each]} value={String(counts[each])} unit="校区" />)}
      </div>
      <div className="min-w-56 print-hidden">
        <SelectField label="策定の状況" value={state ?? ''} options={[{ value: '', label: 'すべて' }, ...districtPlanStates.map((value) => ({ value, label: districtPlanStateNames[value] }))]}
          onChange={(event) => show(choiceIn(districtPlanStates, event.currentTarget.value))} />
      </div>
      <DistrictPlanTable {...{ all, shown, postedUntil }} />
      <p className="text-[0.8125rem] text-ink-sub">
        校区の状況は、いちばん新しい計画（最終年度の遅いもの。年度を決めていないものは新しいとみなします）のものです。残高は{postedUntil === undefined ? '今年度の今日までの帳簿' : `その年度の${postedUntilWords(postedUntil)}`}によります。
        一つの基金をいくつもの校区の計画に結びつけられるので、残高は校区の間で重なることがあります。
      </p>
    </div>
  )
}
