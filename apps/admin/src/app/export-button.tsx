import type { FailureCode } from '@sasaeai/domain/outcome/failure-message'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import { Button, type ButtonProps } from '@sasaeai/ui/button'
import { useState } from 'react'
import { saveFile } from './save-file.ts'
import { useRunCommand } from './use-run-command.ts'

interface ExportButtonProps extends Pick<ButtonProps, 'size' | 'variant'> {
  /** Has the server write the file. */
  readonly write: () => Promise<Outcome<Parameters<typeof saveFile>[0], FailureCode>>
  /** What is told when the file is there: 「…をExcelに書き出しました」 */
  readonly done: string
  /** What kind of file it is, where it is not Excel. */
  readonly label?: string
}

/** Saves a list as a file. */
export function ExportButton({ write, done, label = 'Excel', ...look }: ExportButtonProps) {
  const run = useRunCommand()
  const [isBusy, setIsBusy] = useState(false)
  const save = async () => {
    const outcome = await write()
    if (outcome.ok) saveFile(outcome.value)
    return outcome
  }
  const press = async () => {
    setIsBusy(true)
    await run(save, { done })
    setIsBusy(false)
  }
  return (
    <Button icon="download" {...look} isBusy={isBusy} onClick={() => void press()}>
      {label}
    </Button>
  )
}
