import { Button, type ButtonProps } from '@sasaeai/ui/button'
import { useState } from 'react'
import { type ExportFile, ExportFileDialog } from './export-file-dialog.tsx'

/** Saves a table as a file of the kind that is chosen. */
export function ExportChoice({ size, ...file }: ExportFile & Pick<ButtonProps, 'size'>) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon="download" size={size} aria-label={`${file.subject}をExcel・CSVに書き出す`} onClick={() => setOpen(true)}>Excel・CSV</Button>
      {isOpen && <ExportFileDialog {...file} onClose={() => setOpen(false)} />}
    </>
  )
}
