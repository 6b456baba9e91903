import { type ExportFormat, exportFormatNames, exportFormats } from '@sasaeai/domain/document/export-format'
import type { FailureCode } from '@sasaeai/domain/outcome/failure-message'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { type ReactNode, useState } from 'react'
import { saveFile } from './save-file.ts'
import { useRunCommand } from './use-run-command.ts'

export interface ExportFile {
  /** What is written: 「財源の構成」 */
  readonly subject: string
  /** What stands in the files, where that is more than what the page shows. */
  readonly children?: ReactNode
  /** Has the server write the file; null where the browser fetches it from the server as it is written. */
  readonly write: (format: ExportFormat) => Promise<Outcome<Parameters<typeof saveFile>[0] | null, FailureCode>>
}

/** Asks for the kind of file, and saves it. */
export function ExportFileDialog({ subject, children, write, onClose }: ExportFile & { readonly onClose: () => void }) {
  const run = useRunCommand()
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [isBusy, setBusy] = useState(false)
  const save = async () => {
    const outcome = await write(format)
    if (outcome.ok && outcome.value !== null) saveFile(outcome.value)
    return outcome
  }
  const press = async () => {
    setBusy(true)
    const isDone = await run(save, { done: `${subject}を${exportFormatNames[format]}に書き出しました` })
    setBusy(false)
    if (isDone) onClose()
  }
  return (
    <ConfirmDialog isOpen onClose={onClose} onConfirm={() => void press()} isBusy={isBusy} title={`${subject}を書き出す`} confirmLabel="書き出す">
      {children !== undefined && <div className="mb-4">{children}</div>}
      <RadioGroupField label="ファイルの形式" name="format" defaultValue={format}
        options={exportFormats.map((value) => ({ value, label: exportFormatNames[value] }))}
        onChange={(event) => setFormat(choiceIn(exportFormats, event.currentTarget.value) ?? format)} />
    </ConfirmDialog>
  )
}
