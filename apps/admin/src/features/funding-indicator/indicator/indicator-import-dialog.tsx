import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { formatIndicatorValue } from '@sasaeai/domain/funding-indicator/indicator/format-indicator'
import type { PlannedIndicatorLine } from '@sasaeai/domain/funding-indicator/indicator/plan-indicator-import'
import type { Column } from '@sasaeai/ui/data-table'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { ImportFileDialog } from '../../../app/import-file-dialog.tsx'
import { ImportPreviewDialog } from '../../../app/import-preview-dialog.tsx'
import { countEffective, importLineStatuses } from '../../../app/import-line-statuses.ts'
import { importRefusal } from '../../../app/import-refusal.ts'
import { readAnew } from '../../../app/read-anew.ts'
import { queryClient, trpc } from '../../../app/trpc.ts'

interface IndicatorImportDialogProps {
  readonly fiscalYear: FiscalYear
  readonly onClose: () => void
}

const columns: readonly Column<PlannedIndicatorLine>[] = [
  { id: 'category', header: '分類', cell: ({ category }) => category },
  { id: 'name', header: '成果指標', isRowHeader: true, isText: true, cell: ({ name }) => name },
  { id: 'target', header: '目標', align: 'end', cell: (line) => (line.target === undefined ? '' : formatIndicatorValue(line.target, line)) },
  { id: 'actual', header: '実績', align: 'end', cell: (line) => (line.actual === undefined ? '' : formatIndicatorValue(line.actual.value, line)) },
  { id: 'asOf', header: '時点', cell: ({ actual }) => actual?.asOfLabel ?? '' },
]

/** Takes targets and actuals in from a file: choose it, look at what it would do, then take in all of it. */
export function IndicatorImportDialog({ fiscalYear, onClose }: IndicatorImportDialogProps) {
  const preview = useMutation(trpc.indicator.previewImport.mutationOptions())
  const apply = useApply(onClose)
  const plan = preview.data?.ok ? preview.data.value : undefined
  if (plan !== undefined && preview.variables !== undefined) {
    const { file } = preview.variables
    const hasErrors = plan.lines.some(({ status }) => status === 'error')
    return (
      <ImportPreviewDialog
        lines={plan.lines}
        effective={hasErrors ? 0 : countEffective(plan.lines)}
        nothingToDo={hasErrors ? 'すべての行が正しくなるまで、取り込めません。' : '取り込むものはありません。ファイルの内容は、今の目標・実績と同じです。'}
        ignoredHeadings={plan.ignoredHeadings}
        refusal={importRefusal(apply)}
        isBusy={apply.isPending}
        onApply={() => apply.mutate({ file, fiscalYear, fingerprint: plan.fingerprint })}
        onBack={preview.reset}
        statuses={importLineStatuses}
        {...{ columns, remarksOf, onClose }}
      />
    )
  }
  return (
    <ImportFileDialog
      title="指標をファイルから取り込む"
      intro="1行目に見出しのあるCSVかExcelのファイルを選びます。取り込む前に、内容を確かめられます。"
      notes={['必要な列：成果指標', 'あれば取り込む列：分類、単位、目標、実績、時点', '同じ名前の指標に目標と実績を加え、なければ指標を追加します。']}
      refusal={importRefusal(preview)}
      isChecking={preview.isPending}
      onFile={(file) => preview.mutate({ file, fiscalYear })}
      onClose={onClose}
    >
      <NoticeBanner tone="info" title={`${formatFiscalYear(fiscalYear)}の目標と実績として取り込みます`}>ほかの年度にするときは、やめてから画面の右上で年度を選び直してください。</NoticeBanner>
    </ImportFileDialog>
  )
}

function useApply(onClose: () => void) {
  const toast = useToast()
  return useMutation(trpc.indicator.applyImport.mutationOptions({
    onSuccess: async (outcome) => {
      if (!outcome.ok) return
      await readAnew(queryClient)
      toast({ text: `${outcome.value.added}件を追加し、${outcome.value.changed}件を変更しました` })
      onClose()
    },
  }))
}

function remarksOf({ errors }: PlannedIndicatorLine) {
  return <ul>{errors.map((error) => <li key={error} className="text-red-900">{error}</li>)}</ul>
}
