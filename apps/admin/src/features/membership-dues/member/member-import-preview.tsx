import type { PlannedMemberLine } from '@sasaeai/domain/membership-dues/member/plan-member-import'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { Button } from '@sasaeai/ui/button'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { Dialog } from '@sasaeai/ui/dialog'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { faultMessage, queryClient, trpc } from '../../../app/trpc.ts'

type Status = PlannedMemberLine['status']
type MemberImportInput = Parameters<NonNullable<ReturnType<typeof trpc.membershipDues.member.previewImport.mutationOptions>['mutationFn']>>[0]

interface MemberImportPreviewProps {
  readonly plan: {
    readonly lines: readonly PlannedMemberLine[]
    readonly ignoredHeadings: readonly string[]
    readonly fingerprint: string
  }
  readonly input: MemberImportInput
  readonly onBack: () => void
  readonly onClose: () => void
}

const statusWords: Record<Status, { word: string; tone: ChipTone }> = {
  error: { word: '誤り', tone: 'error' },
  new: { word: '入会', tone: 'success' },
  unchanged: { word: '登録済み', tone: 'neutral' },
}
const statuses: readonly Status[] = ['error', 'new', 'unchanged']

const columns: readonly Column<PlannedMemberLine>[] = [
  { id: 'line', header: '行', align: 'end', cell: ({ lineNumber }) => lineNumber },
  { id: 'status', header: '結果', cell: ({ status }) => <StatusChip tone={statusWords[status].tone}>{statusWords[status].word}</StatusChip> },
  { id: 'name', header: '名称', isRowHeader: true, cell: ({ name }) => name },
  { id: 'kind', header: '種別', cell: ({ duesKindName }) => <span className="whitespace-nowrap">{duesKindName}</span> },
  { id: 'units', header: '口数', align: 'end', cell: ({ read }) => `${read.units}口` },
  { id: 'joined', header: '入会日', cell: ({ read }) => <span className="figures">{formatLocalDateShort(read.joinedOn)}</span> },
  { id: 'remarks', header: '内容', cell: remarksOf },
]

/** What a file would do, line by line, faulty lines and those to look at first; taken in only by a press. */
export function MemberImportPreview({ plan, input, onBack, onClose }: MemberImportPreviewProps) {
  const [leaveOutErrors, setLeaveOutErrors] = useState(false)
  const [leaveOutNamesakes, setLeaveOutNamesakes] = useState(false)
  const { apply, refusal, isBusy } = useApply({ plan, input, leaveOutErrors, leaveOutNamesakes, onClose })
  const countOf = (status: Status) => plan.lines.filter((line) => line.status === status).length
  const namesakes = plan.lines.filter(({ status, isNamesake }) => status === 'new' && isNamesake).length
  const effective = countOf('new') - (leaveOutNamesakes ? namesakes : 0)
  return (
    <Dialog
      isOpen
      keepsOpen
      width="wide"
      title="取り込む内容の確認"
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onBack}>別のファイルを選ぶ</Button>
          {effective > 0 && <Button variant="primary" isBusy={isBusy} busyLabel="取り込んでいます" onClick={apply}>{effective}件を取り込む</Button>}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="flex flex-wrap gap-x-6 gap-y-1">
          {statuses.map((status) => <span key={status}>{statusWords[status].word} <strong className="figures">{countOf(status)}</strong>件</span>)}
        </p>
        {plan.ignoredHeadings.length > 0 && <NoticeBanner tone="info" title={`取り込まない列：${plan.ignoredHeadings.join('、')}`} />}
        {effective === 0 && <NoticeBanner tone="info" title="取り込むものはありません。すべて登録済みか、誤りのある行です。" />}
        {refusal !== undefined && <NoticeBanner tone="error" isLive title={refusal} />}
        {countOf('error') > 0 && (
          <NoticeBanner tone="warning" title="誤りのある行があります">
            ファイルを直して選び直すか、誤りのある行を除いて取り込んでください。
            <CheckboxField label="誤りのある行を除いて取り込む" checked={leaveOutErrors} onChange={(event) => setLeaveOutErrors(event.currentTarget.checked)} />
          </NoticeBanner>
        )}
        {namesakes > 0 && (
          <NoticeBanner tone="warning" title={`同じ名前の支援者がいる行が${namesakes}件あります`}>
            同じ方なら、ファイルに支援者番号を入れて選び直してください。そのまま取り込むと、別の支援者として登録します。
            <CheckboxField label="同じ名前の支援者がいる行を除いて取り込む" checked={leaveOutNamesakes}
              onChange={(event) => setLeaveOutNamesakes(event.currentTarget.checked)} />
          </NoticeBanner>
        )}
        {/* The dialog scrolls; without a stop in it the keyboard could not reach the lower lines. */}
        <div role="region" aria-label="ファイルの各行" tabIndex={0}>
          <DataTable caption="ファイルの各行" columns={columns} phone="cards" rows={plan.lines.toSorted(byUrgency)} rowKey={({ lineNumber }) => String(lineNumber)} />
        </div>
      </div>
    </Dialog>
  )
}

function byUrgency(left: PlannedMemberLine, right: PlannedMemberLine): number {
  const urgency = ({ status, isNamesake }: PlannedMemberLine) => statuses.indexOf(status) * 2 - (isNamesake ? 1 : 0)
  return urgency(left) - urgency(right)
}

type Applying = Omit<MemberImportPreviewProps, 'onBack'> & { readonly leaveOutErrors: boolean; readonly leaveOutNamesakes: boolean }

function useApply({ plan, input, leaveOutErrors, leaveOutNamesakes, onClose }: Applying) {
  const toast = useToast()
  const command = useMutation(trpc.membershipDues.member.applyImport.mutationOptions({
    onSuccess: async (outcome) => {
      if (!outcome.ok) return
      await queryClient.invalidateQueries()
      toast({ text: `${outcome.value.added}件の入会を取り込みました（うち新しい支援者${outcome.value.supporters}件）` })
      onClose()
    },
  }))
  const refusal = command.isError ? faultMessage(command.error) : command.data?.ok === false ? failureMessage(command.data) : undefined
  const apply = () => command.mutate({ ...input, fingerprint: plan.fingerprint, leaveOutErrors, leaveOutNamesakes })
  return { apply, refusal, isBusy: command.isPending }
}

function remarksOf({ errors, warnings }: PlannedMemberLine) {
  return (
    <ul>
      {errors.map((error) => <li key={error} className="text-red-900">{error}</li>)}
      {warnings.map((warning) => <li key={warning}>{warning}</li>)}
    </ul>
  )
}
