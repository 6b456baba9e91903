import { zodResolver } from '@hookform/resolvers/zod'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { exportUsesSchema } from '@sasaeai/domain/community-chest/allocation/allocation-use-input'
import { type ExportFormat, exportFormatNames, exportFormats } from '@sasaeai/domain/document/export-format'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { saveFile } from '../../../app/save-file.ts'
import { trpc } from '../../../app/trpc.ts'

const formatSchema = exportUsesSchema.pick({ format: true })

/** The uses of a year in the fields of the public database, as Excel or as CSV. */
export function ExportUsesDialog({ fiscalYear, onClose }: { fiscalYear: FiscalYear; onClose: () => void }) {
  const write = useMutation(trpc.communityChest.allocation.exportUses.mutationOptions())
  const form = useForm<{ format?: ExportFormat | undefined }, unknown, { format: ExportFormat }>({
    resolver: zodResolver(formatSchema), defaultValues: { format: 'xlsx' }, shouldFocusError: false,
  })
  const save = async ({ format }: { format: ExportFormat }) => {
    const outcome = await write.mutateAsync({ fiscalYear, format })
    if (outcome.ok) saveFile(outcome.value)
    return outcome
  }
  return (
    <FormDialog title="公開データベース用に書き出す" form={form} onClose={onClose} saveLabel="書き出す" done="使途を書き出しました" save={save}>
      {(errorOf) => (
        <>
          <p className="phrases text-[0.9375rem]">
            {formatFiscalYear(fiscalYear)}の使途を、共同募金の公開データベースの項目（団体・事業名・助成額・活動内容・ありがとうメッセージ）で書き出します。
          </p>
          <RadioGroupField label="形式" requirement="required" id="format" defaultValue="xlsx" options={exportFormats.map((value) => ({ value, label: exportFormatNames[value] }))}
            error={errorOf('format')} {...form.register('format')} />
        </>
      )}
    </FormDialog>
  )
}
