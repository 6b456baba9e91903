import { Button } from '@sasaeai/ui/button'
import { Dialog } from '@sasaeai/ui/dialog'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import type { ChangeEvent, ReactNode } from 'react'
import { base64OfFile } from './base64-of-file.ts'

interface ImportFileDialogProps {
  readonly title: string
  /** What kind of file it takes. */
  readonly intro: string
  /** Its columns, and what is good to know of them. */
  readonly notes: readonly string[]
  /** Why the last file could not be read. */
  readonly refusal: string | undefined
  readonly isChecking: boolean
  /** The content of the chosen file in Base64. */
  readonly onFile: (file: string) => void
  readonly onClose: () => void
  /** What is asked beside the file. */
  readonly children: ReactNode
}

/** The first step of an import: choosing the file. */
export function ImportFileDialog({ title, intro, notes, refusal, isChecking, onFile, onClose, children }: ImportFileDialogProps) {
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.currentTarget.files ?? []
    if (file === undefined) return
    onFile(await base64OfFile(file))
    // The same file, corrected, can be chosen again.
    event.target.value = ''
  }
  return (
    <Dialog isOpen keepsOpen title={title} onClose={onClose} actions={<Button variant="quiet" onClick={onClose}>やめる</Button>}>
      <div className="flex flex-col gap-6">
        <div>
          <p>{intro}</p>
          <ul className="mt-1 list-disc pl-6">{notes.map((note) => <li key={note}>{note}</li>)}</ul>
        </div>
        {refusal !== undefined && <NoticeBanner tone="error" isLive title={refusal} />}
        {children}
        <div>
          <label htmlFor="import-file" className="font-bold">ファイル</label>
          <input id="import-file" type="file" accept=".csv,.tsv,.txt,.xlsx" onChange={(event) => void choose(event)}
            className="mt-1.5 block min-h-(--control) w-full cursor-pointer rounded-8 border border-line-field p-1.5 file:mr-3 file:min-h-8 file:cursor-pointer file:rounded-6 file:border-0 file:bg-accent-soft file:px-3 file:font-bold file:text-accent" />
        </div>
        {isChecking && <p role="status">ファイルを確認しています</p>}
      </div>
    </Dialog>
  )
}
