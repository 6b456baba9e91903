import { Button } from '@sasaeai/ui/button'
import { useState } from 'react'
import { type ExportFile, ExportFileDialog } from './export-file-dialog.tsx'

/** Saves a list as a file of the kind that is chosen. */
export function ExportChoice(file: ExportFile) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon="download" onClick={() => setOpen(true)}>書き出す</Button>
      {isOpen && <ExportFileDialog {...file} onClose={() => setOpen(false)} />}
    </>
  )
}
