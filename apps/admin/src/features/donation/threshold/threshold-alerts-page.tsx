import { fiscalYear as toFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { thresholdBasisNames, thresholdPurposeNames } from '@sasaeai/domain/donation/threshold/donation-threshold-details'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useMutation, useQuery } from '@tanstack/react-query'
import { AppLink } from '../../../app/app-link.tsx'
import { entriesHref } from '../../../app/entries-href.ts'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { useToday } from '../../../app/use-today.ts'
import { TextLink } from '@sasaeai/ui/text-link'
import { DonationThresholds } from './donation-thresholds.tsx'

type Alert = RouterOutput['donation']['threshold']['alerts'][number]

/** 報告・感謝状: gifts and givers that reached one of the council's thresholds, and what was done about them. */
export function ThresholdAlertsPage() {
  const fiscalYear = useFiscalYearInView()
  const alerts = useQuery(trpc.donation.threshold.alerts.queryOptions({ fiscalYear }))
  const write = useMutation(trpc.donation.threshold.exportAlerts.mutationOptions())
  const mayWrite = useMayDo('donation.write')
  const open = alerts.data?.filter(({ doneOn }) => doneOn === null).length
  return (
    <div className="flex flex-col gap-10">
      <div>
        <PageHeader
          title="報告・感謝状"
          crumbs={[{ label: '寄附', href: '/admin/donations' }, { label: '報告・感謝状' }]}
          description={`${formatFiscalYear(fiscalYear)}の寄附で、社協の基準に届いたものです。帳簿から毎回数え直すので、取り消した寄附は消えます。`}
          actions={<ExportChoice subject="報告・感謝状の一覧" write={(format) => write.mutateAsync({ fiscalYear, format })} />}
        />
        {alerts.isError && alerts.data === undefined ? (
          <PageError reset={() => void alerts.refetch()} />
        ) : (
          <DataTable caption="基準に届いた寄附" columns={columnsWith(mayWrite)} rows={alerts.data} rowKey={({ thresholdId, subjectKey }) => `${thresholdId}/${subjectKey}`} phone="cards"
            empty={<EmptyState title="基準に届いた寄附はありません" />}
            summary={alerts.data === undefined ? [] : [{ label: '届いたもの', value: `${groupDigits(alerts.data.length)}件` }, { label: 'うち未対応', value: `${groupDigits(open ?? 0)}件` }]} />
        )}
      </div>
      <DonationThresholds />
    </div>
  )
}

function columnsWith(mayWrite: boolean): Column<Alert>[] {
  const acts: Column<Alert> = { id: 'acts', header: '操作', isActs: true, cell: (alert) => <MarkButton alert={alert} /> }
  return [
    { id: 'giver', header: '寄附者', isRowHeader: true, cell: giverOf },
    { id: 'threshold', header: '基準', cell: ({ thresholdName, purpose, basis, thresholdYen }) => (
      <span className="inline-block align-top">{thresholdName} <StatusChip>{thresholdPurposeNames[purpose]}</StatusChip>
        <span className="block text-[0.875rem] text-ink-sub">{thresholdBasisNames[basis]} {formatYen(thresholdYen)}円以上</span></span>
    ) },
    { id: 'amount', header: '金額（円）', align: 'end', cell: amountOf },
    { id: 'given', header: '寄附の日', cell: ({ givenOn }) => <span className="figures whitespace-nowrap">{formatLocalDateShort(givenOn)}</span> },
    { id: 'done', header: '対応', cell: ({ doneOn, doneByName }) => (doneOn === null ? <StatusChip tone="warning">未対応</StatusChip> : `${formatLocalDate(doneOn)}（${doneByName ?? ''}）`) },
    ...(mayWrite ? [acts] : []),
  ]
}

function giverOf({ supporterId, supporterName, supporterNumber }: Alert) {
  if (supporterId === null) return '匿名'
  return <><AppLink to="/supporters/$supporterId" params={{ supporterId }}>{supporterName}</AppLink> <span className="figures text-[0.875rem] text-ink-sub">{supporterNumber}</span></>
}

/** One gift opens its page; a sum opens the entries that it is made of. */
function amountOf({ entryId, supporterId, amountYen, basis, subjectKey }: Alert) {
  if (entryId !== null) return <AppLink to="/donations/$entryId" params={{ entryId }}>{formatYen(amountYen)}</AppLink>
  const year = basis === 'fiscal_year' ? toFiscalYear(Number(subjectKey.slice(-4))) : undefined
  if (supporterId === null) return formatYen(amountYen)
  return <TextLink href={entriesHref({ supporterId, category: 'donation', ...(year === undefined ? {} : { fiscalYear: year }) })}>{formatYen(amountYen)}</TextLink>
}

function MarkButton({ alert: { thresholdId, subjectKey, doneOn } }: { alert: Alert }) {
  const mark = useMutation(trpc.donation.threshold.mark.mutationOptions())
  const unmark = useMutation(trpc.donation.threshold.unmark.mutationOptions())
  const run = useRunCommand()
  const today = useToday()
  if (doneOn !== null) {
    return <Button size="small" variant="quiet" onClick={() => void run(() => unmark.mutateAsync({ thresholdId, subjectKey }), { done: '対応済みを取り消しました' })}>対応済みを取り消す</Button>
  }
  return <Button size="small" onClick={() => void run(() => mark.mutateAsync({ thresholdId, subjectKey, doneOn: today }), { done: '対応済みにしました' })}>対応済みにする</Button>
}
