import { type IncomeExportFormat, incomeExportFormatNames, incomeExportFormats, type IncomeSpan } from '@sasaeai/domain/funding-indicator/income/income-input'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { saveFile } from '../../../app/save-file.ts'
import { trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'

/** Writes the years that are shown into a file. */
export function IncomeExportDialog({ span, onClose }: { span: IncomeSpan; onClose: () => void }) {
  const write = useMutation(trpc.income.export.mutationOptions())
  const run = useRunCommand()
  const [format, setFormat] = useState<IncomeExportFormat>('xlsx')
  const save = async () => {
    const isDone = await run(async () => {
      const outcome = await write.mutateAsync({ ...span, format })
      if (outcome.ok) saveFile(outcome.value)
      return outcome
    }, { done: '財源の構成を書き出しました' })
    if (isDone) onClose()
  }
  return (
    <ConfirmDialog isOpen onClose={onClose} onConfirm={() => void save()} isBusy={write.isPending} title="財源の構成を書き出す" confirmLabel="書き出す">
      <p className="mb-4">Excelには決算・予算の額と構成比の表が入ります。CSVは年度と区分を1行ずつ書き、「帳簿のほか」を直してそのまま取り込めます。</p>
      <RadioGroupField label="ファイルの形式" name="format" defaultValue={format}
        options={incomeExportFormats.map((value) => ({ value, label: incomeExportFormatNames[value] }))}
        onChange={(event) => setFormat(choiceIn(incomeExportFormats, event.currentTarget.value) ?? format)} />
    </ConfirmDialog>
  )
}
