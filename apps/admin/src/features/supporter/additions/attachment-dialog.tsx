import type { SupporterId } from '@sasaeai/domain/ids'
import { largestAttachmentBytes } from '@sasaeai/domain/supporter/attachment/attachment-type'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { Button } from '@sasaeai/ui/button'
import { Dialog } from '@sasaeai/ui/dialog'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { base64OfFile } from '../../../app/base64-of-file.ts'
import { importRefusal } from '../../../app/import-refusal.ts'
import { trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'

/** Chooses a file to be kept; the server looks at what it is. */
export function AttachmentDialog({ supporterId, onClose }: { readonly supporterId: SupporterId; readonly onClose: () => void }) {
  const add = useMutation(trpc.supporter.additions.addAttachment.mutationOptions())
  const run = useRunCommand()
  const [file, setFile] = useState<File | null>(null)
  const [note, setNote] = useState('')
  const isTooLarge = file !== null && file.size > largestAttachmentBytes
  const keep = async () => {
    if (file === null || isTooLarge) return
    const content = await base64OfFile(file)
    const isKept = await run(() => add.mutateAsync({ supporterId, fileName: file.name, file: content, note }), { done: `「${file.name}」を保管しました` })
    if (isKept) onClose()
  }
  const refusal = isTooLarge ? failureMessage({ ok: false, code: 'attachment_too_large' }) : importRefusal(add)
  return (
    <Dialog isOpen keepsOpen title="ファイルを加える" onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>やめる</Button>
          <Button variant="primary" isBusy={add.isPending} busyLabel="保管しています" onClick={() => void keep()}>保管する</Button>
        </>
      }>
      <div className="flex flex-col gap-6">
        <p>PDF、JPEG、PNG、Word（docx）、Excel（xlsx）を5MBまで保管できます。マイナンバーの書かれたものは保管しないでください。</p>
        {refusal !== undefined && <NoticeBanner tone="error" isLive title={refusal} />}
        <div>
          <label htmlFor="attachment-file" className="font-bold">ファイル</label>
          <input id="attachment-file" type="file" accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx" onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
            className="mt-1.5 block min-h-(--control) w-full cursor-pointer rounded-8 border border-line-field p-1.5 file:mr-3 file:min-h-8 file:cursor-pointer file:rounded-6 file:border-0 file:bg-accent-soft file:px-3 file:font-bold file:text-accent" />
        </div>
        <TextField label="説明" requirement="optional" support="例：寄附申込書の写し" defaultValue={note} maxLength={100} autoComplete="off" onChange={(event) => setNote(event.currentTarget.value)} />
      </div>
    </Dialog>
  )
}
