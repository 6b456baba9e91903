import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { areaIdSchema } from '@sasaeai/domain/id-schemas'
import type { AreaId } from '@sasaeai/domain/ids'
import { type TargetLine, targetLines } from '@sasaeai/domain/ledger/target-lines'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { DataTable } from '@sasaeai/ui/data-table'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFiscalYearInView } from '../../app/fiscal-year-in-view.ts'
import { AppLink } from '../../app/app-link.tsx'
import { ExportChoice } from '../../app/export-choice.tsx'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'
import { FundingTargetsDialog } from './funding-targets-dialog.tsx'

/** 目標額: the targets of a fiscal year, over all or of one district. */
export function FundingTargets() {
  const year = useFiscalYearInView()
  const [areaId, setAreaId] = useState<AreaId | null>(null)
  const [isEditing, setEditing] = useState(false)
  const mayManage = useMayDo('ground.manage')
  const write = useMutation(trpc.ledgerSetup.target.export.mutationOptions())
  const { lines, scopes, isError, refetch } = useTargetLines(year, areaId)
  const total = sumYen((lines ?? []).flatMap((line) => (line.targetYen === null ? [] : [line.targetYen])))
  const scope = scopes.find(({ value }) => value === areaId)?.label ?? '社協全体'
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
        actions={
          <>
            <ExportChoice subject="目標額" write={(format) => write.mutateAsync({ fiscalYear: year, areaId, format })}>{scope}の{formatFiscalYear(year)}の目標額を書き出します。</ExportChoice>
            {edit}
          </>
        }
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
  return {
    lines: sources.data && targets.data && targetLines(sources.data, targets.data, areaId),
    scopes: (areas.data ?? [])
      .filter((area) => area.level === 1 && area.closedOn === null)
      .map((area) => ({ value: area.areaId, label: `${area.code} ${area.name}` })),
    isError: sources.isError || targets.isError,
    refetch: () => void Promise.all([sources.refetch(), targets.refetch()]),
  }
}
