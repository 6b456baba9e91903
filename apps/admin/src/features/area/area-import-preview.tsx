import type { PlannedAreaLine } from '@sasaeai/domain/area/plan-area-import'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { Button } from '@sasaeai/ui/button'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { DataTable } from '@sasaeai/ui/data-table'
import { Dialog } from '@sasaeai/ui/dialog'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { faultMessage, queryClient, trpc } from '../../app/trpc.ts'

type Status = PlannedAreaLine['status']

type AreaImportInput = Parameters<NonNullable<ReturnType<typeof trpc.area.previewImport.mutationOptions>['mutationFn']>>[0]

interface AreaImportPreviewProps {
  readonly plan: {
    readonly lines: readonly PlannedAreaLine[]
    readonly ignoredHeadings: readonly string[]
    readonly fingerprint: string
  }
  readonly input: AreaImportInput
  readonly onBack: () => void
  readonly onClose: () => void
}

const statusWords: Record<Status, { word: string; tone: ChipTone }> = {
  error: { word: '誤り', tone: 'error' },
  new: { word: '追加', tone: 'success' },
  changed: { word: '変更', tone: 'accent' },
  unchanged: { word: '変更なし', tone: 'neutral' },
}
const statuses: readonly Status[] = ['error', 'new', 'changed', 'unchanged']

/** What a file would do, line by line, faulty lines first; taken in only by a press. */
export function AreaImportPreview({ plan, input, onBack, onClose }: AreaImportPreviewProps) {
  const [leaveOutErrors, setLeaveOutErrors] = useState(false)
  const { apply, refusal, isBusy } = useApply({ plan, input, leaveOutErrors, onClose })
  const countOf = (status: Status) => plan.lines.filter((line) => line.status === status).length
  const effective = countOf('new') + countOf('changed')
  const sorted = plan.lines.toSorted((left, right) => statuses.indexOf(left.status) - statuses.indexOf(right.status))
  return (
    <Dialog
      isOpen
      keepsOpen
      width="wide"
      title="取り込む内容の確認"
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onBack}>
            別のファイルを選ぶ
          </Button>
          {effective > 0 && (
            <Button variant="primary" isBusy={isBusy} busyLabel="取り込んでいます" onClick={apply}>
              {effective}件を取り込む
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="flex flex-wrap gap-x-6 gap-y-1">
          {statuses.map((status) => (
            <span key={status}>
              {statusWords[status].word} <strong className="figures">{countOf(status)}</strong>件
            </span>
          ))}
        </p>
        {plan.ignoredHeadings.length > 0 && (
          <NoticeBanner tone="info" title={`取り込まない列：${plan.ignoredHeadings.join('、')}`} />
        )}
        {effective === 0 && <NoticeBanner tone="info" title="取り込むものはありません。ファイルの内容は、今の地域と同じか、すべて誤りのある行です。" />}
        {refusal !== undefined && <NoticeBanner tone="error" isLive title={refusal} />}
        {countOf('error') > 0 && (
          <NoticeBanner tone="warning" title="誤りのある行があります">
            ファイルを直して選び直すか、誤りのある行を除いて取り込んでください。
            <CheckboxField label="誤りのある行を除いて取り込む" checked={leaveOutErrors}
              onChange={(event) => setLeaveOutErrors(event.currentTarget.checked)} />
          </NoticeBanner>
        )}
        {/* The dialog scrolls; without a stop in it the keyboard could not reach the lower lines. */}
        <div role="region" aria-label="ファイルの各行" tabIndex={0}>
          <DataTable
            caption="ファイルの各行"
            columns={[
              { id: 'line', header: '行', align: 'end', cell: (line) => line.lineNumber },
              { id: 'status', header: '結果', cell: statusOf },
              { id: 'code', header: 'コード', cell: (line) => <span className="figures">{line.code}</span> },
              { id: 'name', header: '名称', isRowHeader: true, cell: (line) => line.name },
              { id: 'remarks', header: '内容', cell: remarksOf },
            ]}
            phone="cards"
            rows={sorted}
            rowKey={(line) => String(line.lineNumber)}
          />
        </div>
      </div>
    </Dialog>
  )
}

function useApply({ plan, input, leaveOutErrors, onClose }: Omit<AreaImportPreviewProps, 'onBack'> & { leaveOutErrors: boolean }) {
  const toast = useToast()
  const command = useMutation(trpc.area.applyImport.mutationOptions({
    onSuccess: async (outcome) => {
      if (!outcome.ok) return
      await queryClient.invalidateQueries()
      toast({ text: `${outcome.value.added}件を追加し、${outcome.value.changed}件を変更しました` })
      onClose()
    },
  }))
  const refusal = command.isError ? faultMessage(command.error) : command.data?.ok === false ? failureMessage(command.data) : undefined
  const apply = () => command.mutate({ ...input, fingerprint: plan.fingerprint, leaveOutErrors })
  return { apply, refusal, isBusy: command.isPending }
}

function statusOf({ status }: PlannedAreaLine) {
  return <StatusChip tone={statusWords[status].tone}>{statusWords[status].word}</StatusChip>
}

function remarksOf({ status, area, errors, changes }: PlannedAreaLine) {
  return (
    <ul>
      {status === 'new' && area !== null && area.parentCode !== null && <li>「{area.parentCode}」の下に追加</li>}
      {errors.map((error) => (
        <li key={error} className="text-red-900">{error}</li>
      ))}
      {changes.map(({ label, before, after }) => (
        <li key={label}>
          {label}：{before === '' ? '（なし）' : before} → {after === '' ? '（なし）' : after}
        </li>
      ))}
    </ul>
  )
}
