import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { PlannedMemberLine } from '@sasaeai/domain/membership-dues/member/plan-member-import'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import type { Column } from '@sasaeai/ui/data-table'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ImportPreviewDialog } from '../../../app/import-preview-dialog.tsx'
import { importRefusal } from '../../../app/import-refusal.ts'
import { readAnew } from '../../../app/read-anew.ts'
import { queryClient, trpc } from '../../../app/trpc.ts'

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

const statuses = [
  { status: 'error', word: '誤り', tone: 'error' },
  { status: 'new', word: '入会', tone: 'success' },
  { status: 'unchanged', word: '登録済み', tone: 'neutral' },
] as const

const columns: readonly Column<PlannedMemberLine>[] = [
  { id: 'name', header: '名称', isRowHeader: true, cell: ({ name }) => name },
  { id: 'kind', header: '種別', cell: ({ duesKindName }) => <span className="whitespace-nowrap">{duesKindName}</span> },
  { id: 'units', header: '口数', align: 'end', cell: ({ read }) => `${read.units}口` },
  { id: 'joined', header: '入会日', cell: ({ read }) => <span className="figures">{formatLocalDateShort(read.joinedOn)}</span> },
]

/** What a file would do, faulty lines and those to look at first. */
export function MemberImportPreview({ plan, input, onBack, onClose }: MemberImportPreviewProps) {
  const [leaveOutErrors, setLeaveOutErrors] = useState(false)
  const [leaveOutNamesakes, setLeaveOutNamesakes] = useState(false)
  const command = useApply(onClose)
  const fresh = plan.lines.filter(({ status }) => status === 'new')
  const namesakes = fresh.filter(({ isNamesake }) => isNamesake).length
  return (
    <ImportPreviewDialog
      lines={plan.lines.toSorted(byUrgency)}
      effective={fresh.length - (leaveOutNamesakes ? namesakes : 0)}
      nothingToDo="取り込むものはありません。すべて登録済みか、誤りのある行です。"
      ignoredHeadings={plan.ignoredHeadings}
      onLeaveOutErrors={setLeaveOutErrors}
      refusal={importRefusal(command)}
      isBusy={command.isPending}
      onApply={() => command.mutate({ ...input, fingerprint: plan.fingerprint, leaveOutErrors, leaveOutNamesakes })}
      {...{ statuses, columns, remarksOf, leaveOutErrors, onBack, onClose }}
    >
      {namesakes > 0 && (
        <NoticeBanner tone="warning" title={`同じ名前の支援者がいる行が${namesakes}件あります`}>
          同じ方なら、ファイルに支援者番号を入れて選び直してください。そのまま取り込むと、別の支援者として登録します。
          <CheckboxField label="同じ名前の支援者がいる行を除いて取り込む" checked={leaveOutNamesakes}
            onChange={(event) => setLeaveOutNamesakes(event.currentTarget.checked)} />
        </NoticeBanner>
      )}
    </ImportPreviewDialog>
  )
}

function byUrgency(left: PlannedMemberLine, right: PlannedMemberLine): number {
  const urgency = ({ status, isNamesake }: PlannedMemberLine) => statuses.findIndex((each) => each.status === status) * 2 - (isNamesake ? 1 : 0)
  return urgency(left) - urgency(right)
}

function useApply(onClose: () => void) {
  const toast = useToast()
  return useMutation(trpc.membershipDues.member.applyImport.mutationOptions({
    onSuccess: async (outcome) => {
      if (!outcome.ok) return
      await readAnew(queryClient)
      toast({ text: `${outcome.value.added}件の入会を取り込みました（うち新しい支援者${outcome.value.supporters}件）` })
      onClose()
    },
  }))
}

function remarksOf({ errors, warnings }: PlannedMemberLine) {
  return (
    <ul>
      {errors.map((error) => <li key={error} className="text-red-900">{error}</li>)}
      {warnings.map((warning) => <li key={warning}>{warning}</li>)}
    </ul>
  )
}
