import { addDays, compareLocalDate } from '@sasaeai/domain/calendar/local-date'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useToday } from '../../../app/use-today.ts'
import { NewPledgeDialog } from './new-pledge-dialog.tsx'
import { dueColumns, type Pledge, pledgeColumns } from './pledge-columns.tsx'

/** How far ahead the list of what is planned looks, in days. */
const aheadDays = 31

/** 予約・分割: what givers said they would give, and what came of it. */
export function PledgesPage() {
  const pledges = useQuery(trpc.donation.pledge.list.queryOptions())
  const write = useMutation(trpc.donation.pledge.export.mutationOptions())
  const mayWrite = useMayDo('donation.write')
  const [isAdding, setAdding] = useState(false)
  return (
    <div className="flex flex-col gap-10">
      <div className="-mb-6">
        <PageHeader
          title="予約・分割"
          crumbs={[{ label: '寄附', href: '/admin/donations' }, { label: '予約・分割' }]}
          description="分けていただく寄附や、毎月の寄附の予定です。予約は約束を求めるものではありません。寄附を受け付けるときに、どの回かを選ぶと結びつきます。"
          actions={
            <>
              <ExportChoice subject="寄附の予約" write={(format) => write.mutateAsync({ format })} />
              {mayWrite && <Button variant="primary" icon="plus" onClick={() => setAdding(true)}>予約を登録する</Button>}
            </>
          }
        />
      </div>
      {pledges.isError && pledges.data === undefined ? <PageError reset={() => void pledges.refetch()} /> : <Lists pledges={pledges.data} />}
      {isAdding && <NewPledgeDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

function Lists({ pledges }: { pledges: readonly Pledge[] | undefined }) {
  const today = useToday()
  const until = addDays(today, aheadDays)
  const due = pledges
    ?.filter(({ endedOn }) => endedOn === null)
    .flatMap((pledge) => pledge.instalments.map((instalment) => ({ ...pledge, ...instalment })))
    .filter(({ plannedOn, plannedYen, receivedYen }) => receivedYen < plannedYen && compareLocalDate(plannedOn, until) <= 0)
    .toSorted((left, right) => compareLocalDate(left.plannedOn, right.plannedOn))
  return (
    <>
      <section aria-labelledby="pledges-due">
        <h2 id="pledges-due" className="mb-3 text-[1.125rem] font-bold">{formatLocalDate(until)}までの予定</h2>
        <DataTable caption="これからの予定と、予定日を過ぎたもの" columns={dueColumns(today)} rows={due} rowKey={({ instalmentId }) => instalmentId}
          rowHref={({ pledgeId }) => `/admin/donations/pledges/${pledgeId}`} phone="cards" empty={<EmptyState title="予定はありません" />}
          summary={due === undefined ? [] : [{ label: '予定', value: `${groupDigits(due.length)}回` }, { label: '予定額', value: `${formatYen(sumYen(due.map(({ plannedYen }) => plannedYen)))}円` }]} />
      </section>
      <section aria-labelledby="pledges-all">
        <h2 id="pledges-all" className="mb-3 text-[1.125rem] font-bold">予約の一覧</h2>
        <DataTable caption="予約の一覧" columns={pledgeColumns} rows={pledges} rowKey={({ pledgeId }) => pledgeId} rowHref={({ pledgeId }) => `/admin/donations/pledges/${pledgeId}`} phone="cards"
          empty={<EmptyState title="予約はまだありません">毎月の寄附や、分けていただく寄附の申し出があったら登録します。</EmptyState>}
          summary={pledges === undefined ? [] : [{ label: '予約', value: `${groupDigits(pledges.length)}件` }]} />
      </section>
    </>
  )
}
