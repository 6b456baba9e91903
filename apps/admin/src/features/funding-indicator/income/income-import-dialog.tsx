import type { PlannedIncomeLine } from '@sasaeai/domain/funding-indicator/income/plan-income-import'
import type { Column } from '@sasaeai/ui/data-table'
import { TextLink } from '@sasaeai/ui/text-link'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { ImportFileDialog } from '../../../app/import-file-dialog.tsx'
import { ImportPreviewDialog } from '../../../app/import-preview-dialog.tsx'
import { countEffective, errorsFirst, importLineStatuses } from '../../../app/import-line-statuses.ts'
import { importRefusal } from '../../../app/import-refusal.ts'
import { readAnew } from '../../../app/read-anew.ts'
import { queryClient, trpc } from '../../../app/trpc.ts'

/** Takes yearly totals in from a file: choose it, look at what it would write down, then take it in. */
export function IncomeImportDialog({ onClose }: { onClose: () => void }) {
  const preview = useMutation(trpc.income.previewImport.mutationOptions())
  const plan = preview.data?.ok ? preview.data.value : undefined
  if (plan !== undefined && preview.variables !== undefined) {
    return <IncomeImportPreview plan={plan} file={preview.variables.file} onBack={preview.reset} onClose={onClose} />
  }
  return (
    <ImportFileDialog
      title="年額をファイルから取り込む"
      intro="1行目に見出しのあるCSVかExcelのファイルを選びます。1行が1つの年度の1つの区分です。何年度分でも一度に入れられます。"
      notes={[
        '必要な列：年度（令和7年度・R7・2025など）、区分かコード、予算か決算',
        'あれば取り込む列：出典、時点、備考',
        '決算は、この帳簿に記帳していない額（帳簿のほか）です。空の欄は、今の内容をそのままにします。',
        '1か所でも誤りがあれば、何も取り込みません。同じファイルを2回取り込んでも、額は増えません。',
      ]}
      refusal={importRefusal(preview)}
      isChecking={preview.isPending}
      onFile={(file) => preview.mutate({ file })}
      onClose={onClose}
    >
      <p>見出しの例は、「Excel・CSV」のCSVにあります。区分の名前とコードは<TextLink href="/admin/settings/income-lines">収入の区分</TextLink>で確かめられます。</p>
    </ImportFileDialog>
  )
}

interface IncomeImportPreviewProps {
  readonly plan: { readonly lines: readonly PlannedIncomeLine[]; readonly ignoredHeadings: readonly string[]; readonly fingerprint: string }
  readonly file: string
  readonly onBack: () => void
  readonly onClose: () => void
}

const columns: readonly Column<PlannedIncomeLine>[] = [
  { id: 'year', header: '年度', cell: ({ year }) => year },
  { id: 'name', header: '区分', isRowHeader: true, cell: ({ name }) => name },
]

/** What a file would write down, faulty lines first. */
function IncomeImportPreview({ plan, file, onBack, onClose }: IncomeImportPreviewProps) {
  const command = useApply(onClose)
  return (
    <ImportPreviewDialog
      lines={errorsFirst(plan.lines)}
      effective={countEffective(plan.lines)}
      nothingToDo="取り込むものはありません。ファイルの内容は、今の年額と同じか、誤りのある行です。"
      ignoredHeadings={plan.ignoredHeadings}
      refusal={importRefusal(command)}
      isBusy={command.isPending}
      onApply={() => command.mutate({ file, fingerprint: plan.fingerprint })}
      statuses={importLineStatuses}
      {...{ columns, remarksOf, onBack, onClose }}
    />
  )
}

function useApply(onClose: () => void) {
  const toast = useToast()
  return useMutation(trpc.income.applyImport.mutationOptions({
    onSuccess: async (outcome) => {
      if (!outcome.ok) return
      await readAnew(queryClient)
      toast({ text: `${outcome.value.years}年度分、${outcome.value.saved}件の年額を取り込みました` })
      onClose()
    },
  }))
}

function remarksOf({ errors, changes }: PlannedIncomeLine) {
  return (
    <ul>
      {errors.map((error) => <li key={error} className="text-red-900">{error}</li>)}
      {changes.map(({ label, before, after }) => <li key={label}>{label}：{before === '' ? '（なし）' : before} → {after}</li>)}
    </ul>
  )
}
