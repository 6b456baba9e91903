import { type ExportFormat, exportFormatNames, exportFormats } from '@sasaeai/domain/area/area-export-input'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { saveFile } from '../../app/save-file.ts'
import { trpc } from '../../app/trpc.ts'
import { useRunCommand } from '../../app/use-run-command.ts'

/** Writes the areas with the households of a year into a file. */
export function AreaExportDialog({ year, onClose }: { year: FiscalYear; onClose: () => void }) {
  const write = useMutation(trpc.area.export.mutationOptions())
  const run = useRunCommand()
  const [format, setFormat] = useState<ExportFormat>('excel')
  const save = async () => {
    const isDone = await run(async () => {
      const outcome = await write.mutateAsync({ format, fiscalYear: year })
      if (outcome.ok) saveFile(outcome.value)
      return outcome
    }, { done: '地域の一覧を書き出しました' })
    if (isDone) onClose()
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => void save()}
      isBusy={write.isPending}
      title="地域の一覧を書き出す"
      confirmLabel="書き出す"
    >
      <p className="mb-4">すべての地域と{formatFiscalYear(year)}の世帯数です。直してから、そのまま取り込めます。</p>
      <RadioGroupField
        label="ファイルの形式"
        name="format"
        defaultValue={format}
        options={exportFormats.map((value) => ({ value, label: exportFormatNames[value] }))}
        onChange={(event) => setFormat(exportFormats.find((each) => each === event.currentTarget.value) ?? format)}
      />
    </ConfirmDialog>
  )
}
