import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { id } from '@sasaeai/domain/ids'
import { Button } from '@sasaeai/ui/button'
import { ComboBoxField } from '@sasaeai/ui/combo-box-field'
import { useState } from 'react'
import { queryClient, trpc } from '../../../app/trpc.ts'
import type { DistrictPlanForm } from './district-plan-dialog.tsx'
import type { DistrictLine } from './district-plan-table.tsx'

/** The 助成 of a plan: found by their words, one after the other. */
export function DistrictPlanGrants({ form, line }: { readonly form: DistrictPlanForm; readonly line: DistrictLine }) {
  const chosen = form.watch('grantApplicationIds')
  const [names, setNames] = useState<ReadonlyMap<string, string>>(() => new Map(line.plan?.grants.map((grant) => [grant.applicationId, nameOf(grant)])))
  const set = (ids: string[]) => form.setValue('grantApplicationIds', ids.map((each) => id<'GrantApplicationId'>(each)), { shouldDirty: true })
  const add = (option: { readonly id: string; readonly label: string }) => {
    setNames((known) => new Map(known).set(option.id, option.label))
    if (!chosen.some((each) => each === option.id)) set([...chosen, option.id])
  }
  return (
    <div>
      <ComboBoxField label="助成を加える" requirement="optional" id="grantApplicationIds" width="full" support="事業の名前、助成の名前、団体の名前で探せます。" value={null} load={lookUpGrants}
        onChange={(option) => {
          if (option !== null) add(option)
        }} />
      <ul className="mt-2">
        {chosen.map((grantId) => (
          <li key={grantId} className="flex flex-wrap items-center justify-between gap-2">
            {names.get(grantId)}
            <Button variant="quiet" size="small" aria-label={`「${names.get(grantId) ?? ''}」を外す`} onClick={() => set(chosen.filter((each) => each !== grantId))}>外す</Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface NamedGrant {
  readonly fiscalYear: Parameters<typeof formatFiscalYear>[0]
  readonly callName: string
  readonly projectName: string
}

function nameOf({ fiscalYear, callName, projectName }: NamedGrant): string {
  return `${formatFiscalYear(fiscalYear)} ${callName} ${projectName}`
}

async function lookUpGrants(text: string) {
  const found = await queryClient.fetchQuery(trpc.plan.district.grants.queryOptions({ text: text.slice(0, 100) }))
  return found.map((grant) => ({ id: grant.applicationId, label: `${nameOf(grant)}（${grant.applicantName}）` }))
}
