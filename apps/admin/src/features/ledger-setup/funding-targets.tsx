import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { areaIdSchema } from '@sasaeai/domain/id-schemas'
import type { AreaId, FundingSourceId } from '@sasaeai/domain/ids'
import { formatYen, sumYen, type Yen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { DataTable } from '@sasaeai/ui/data-table'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFiscalYearInView } from '../../app/fiscal-year-in-view.ts'
import { AppLink } from '../../app/app-link.tsx'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'
import { FundingTargetsDialog } from './funding-targets-dialog.tsx'

/** A source with its target in the chosen year and scope. */
export interface TargetLine {
  readonly fundingSourceId: FundingSourceId
  readonly code: string
  readonly name: string
  readonly targetYen: Yen | null
  /** Whether it is the goal of the year's drives, which is set there. */
  readonly isOfCampaigns: boolean
}

/** 目標額: the targets of a fiscal year, over all or of one district. */
export function FundingTargets() {
  const year = useFiscalYearInView()
  const [areaId, setAreaId] = useState<AreaId | null>(null)
  const [isEditing, setEditing] = useState(false)
  const mayManage = useMayDo('ground.manage')
  const { lines, scopes, isError, refetch } = useTargetLines(year, areaId)
  const total = sumYen((lines ?? []).flatMap((line) => (line.targetYen === null ? [] : [line.targetYen])))
  const edit = mayManage && lines !== undefined && (
    <Button variant="primary" icon="pencil" onClick={() => setEditing(true)}>
      目標額を入力する
    </Button>
  )
  return (
    <>
      <PageHeader
        title="目標額"
        level={2}
        description="年度の目標を財源ごとに決めます。共同募金・歳末たすけあいは、運動の目標額が決まっていれば、その合計になります。"
        actions={edit || undefined}
      />
      <div className="mb-4 flex flex-wrap items-end gap-4 print-hidden">
        <SelectField label="範囲" emptyLabel="社協全体" options={scopes}
          onChange={(event) => setAreaId(areaIdSchema.safeParse(event.currentTarget.value).data ?? null)} />
      </div>
      {isError ? (
        <PageError reset={refetch} />
      ) : (
        <DataTable
          caption="目標額"
          columns={[
            { id: 'code', header: 'コード', isWideOnly: true, cell: (line) => <span className="figures">{line.code}</span> },
            { id: 'name', header: '財源', isRowHeader: true, cell: (line) => line.name, footer: '合計' },
            {
              id: 'target',
              header: `${formatFiscalYear(year)}の目標額`,
              align: 'end',
              help: <HelpTip term="目標額">空けてある財源には目標がありません。達成率は「—」になります。</HelpTip>,
              cell: (line) => <TargetCell line={line} />,
              footer: `${formatYen(total)}円`,
            },
          ]}
          rows={lines}
          rowKey={(line) => line.fundingSourceId}
        />
      )}
      {isEditing && lines !== undefined && (
        <FundingTargetsDialog year={year} areaId={areaId} lines={lines.filter(({ isOfCampaigns }) => !isOfCampaigns)} onClose={() => setEditing(false)} />
      )}
    </>
  )
}

/** Where the number comes from, when it is not set here. */
function TargetCell({ line: { targetYen, isOfCampaigns } }: { line: TargetLine }) {
  if (targetYen === null) return '—'
  return (
    <>
      {formatYen(targetYen)}円
      {isOfCampaigns && (
        <span className="block text-[0.8125rem]">
          <AppLink to="/chest">運動の目標額</AppLink>の合計
        </span>
      )}
    </>
  )
}

function useTargetLines(year: FiscalYear, areaId: AreaId | null) {
  const sources = useQuery(trpc.ledgerSetup.source.list.queryOptions())
  const areas = useQuery(trpc.area.list.queryOptions())
  const targets = useQuery(trpc.ledgerSetup.target.list.queryOptions({ fiscalYear: year }))
  const targetOf = (sourceId: FundingSourceId) =>
    targets.data?.find((target) => target.fundingSourceId === sourceId && target.areaId === areaId)
  const isInUse = (row: { closedOn: string | null }) => row.closedOn === null
  return {
    lines:
      targets.data === undefined
        ? undefined
        : sources.data
            ?.filter((source) => isInUse(source) || targetOf(source.id) !== undefined)
            .map(({ id, code, name }): TargetLine => ({
              fundingSourceId: id, code, name, targetYen: targetOf(id)?.targetYen ?? null, isOfCampaigns: targetOf(id)?.isOfCampaigns ?? false,
            })),
    scopes: (areas.data ?? [])
      .filter((area) => area.level === 1 && isInUse(area))
      .map((area) => ({ value: area.areaId, label: `${area.code} ${area.name}` })),
    isError: sources.isError || targets.isError,
    refetch: () => void Promise.all([sources.refetch(), targets.refetch()]),
  }
}
