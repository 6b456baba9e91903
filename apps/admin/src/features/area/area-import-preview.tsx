import type { PlannedAreaLine } from '@sasaeai/domain/area/plan-area-import'
import type { Column } from '@sasaeai/ui/data-table'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ImportPreviewDialog } from '../../app/import-preview-dialog.tsx'
import { countEffective, errorsFirst, importLineStatuses } from '../../app/import-line-statuses.ts'
import { importRefusal } from '../../app/import-refusal.ts'
import { readAnew } from '../../app/read-anew.ts'
import { queryClient, trpc } from '../../app/trpc.ts'

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

const columns: readonly Column<PlannedAreaLine>[] = [
  { id: 'code', header: 'コード', cell: (line) => <span className="figures">{line.code}</span> },
  { id: 'name', header: '名称', isRowHeader: true, cell: (line) => line.name },
]

/** What a file would do, faulty lines first. */
export function AreaImportPreview({ plan, input, onBack, onClose }: AreaImportPreviewProps) {
  const [leaveOutErrors, setLeaveOutErrors] = useState(false)
  const command = useApply(onClose)
  return (
    <ImportPreviewDialog
      lines={errorsFirst(plan.lines)}
      effective={countEffective(plan.lines)}
      nothingToDo="取り込むものはありません。ファイルの内容は、今の地域と同じか、すべて誤りのある行です。"
      ignoredHeadings={plan.ignoredHeadings}
      onLeaveOutErrors={setLeaveOutErrors}
      refusal={importRefusal(command)}
      isBusy={command.isPending}
      onApply={() => command.mutate({ ...input, fingerprint: plan.fingerprint, leaveOutErrors })}
      statuses={importLineStatuses}
      {...{ columns, remarksOf, leaveOutErrors, onBack, onClose }}
    />
  )
}

function useApply(onClose: () => void) {
  const toast = useToast()
  return useMutation(trpc.area.applyImport.mutationOptions({
    onSuccess: async (outcome) => {
      if (!outcome.ok) return
      await readAnew(queryClient)
      toast({ text: `${outcome.value.added}件を追加し、${outcome.value.changed}件を変更しました` })
      onClose()
    },
  }))
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
