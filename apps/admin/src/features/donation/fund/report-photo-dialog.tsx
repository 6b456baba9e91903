import { largestPhotoBytes } from '@sasaeai/domain/donation/fund/fund-report-photo'
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
import type { FundReport } from './fund-reports.tsx'

/** Chooses the photo of a draft, and says what it shows. */
export function ReportPhotoDialog({ report: { reportId, title, photo }, onClose }: { readonly report: FundReport; readonly onClose: () => void }) {
  const set = useMutation(trpc.donation.fund.setPhoto.mutationOptions())
  const run = useRunCommand()
  const [file, setFile] = useState<File | null>(null)
  const [altText, setAltText] = useState(photo?.altText ?? '')
  const [wasPressed, setPressed] = useState(false)
  const isTooLarge = file !== null && file.size > largestPhotoBytes
  const lacks = altText.trim() === '' ? '写真の説明を入力してください。例：公民館で食事を囲む子どもたち' : undefined
  const keep = async () => {
    setPressed(true)
    if (file === null || isTooLarge || lacks !== undefined) return
    const content = await base64OfFile(file)
    if (await run(() => set.mutateAsync({ reportId, file: content, altText }), { done: `「${title}」に写真を付けました` })) onClose()
  }
  const refusal = isTooLarge ? failureMessage({ ok: false, code: 'photo_too_large' }) : wasPressed && file === null ? '写真を選んでください。' : importRefusal(set)
  return (
    <Dialog isOpen keepsOpen title="報告の写真" onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>やめる</Button>
          <Button variant="primary" isBusy={set.isPending} busyLabel="付けています" onClick={() => void keep()}>写真を付ける</Button>
        </>
      }>
      <div className="flex flex-col gap-6">
        <p>報告と一緒に公表されます。写っている方の承諾を得た写真だけを選んでください。撮影場所や機種などの記録は、保管する前に取り除きます。</p>
        {refusal !== undefined && <NoticeBanner tone="error" isLive title={refusal} />}
        <div>
          <label htmlFor="photo-file" className="font-bold">写真（JPEG・PNG・WebP、5MBまで）</label>
          <input id="photo-file" type="file" accept="image/jpeg,image/png,image/webp" onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
            className="mt-1.5 block min-h-(--control) w-full cursor-pointer rounded-8 border border-line-field p-1.5 file:mr-3 file:min-h-8 file:cursor-pointer file:rounded-6 file:border-0 file:bg-accent-soft file:px-3 file:font-bold file:text-accent" />
        </div>
        <TextField label="写真の説明" requirement="required" support="見えない方に読み上げられます。例：公民館で食事を囲む子どもたち" width="full" defaultValue={altText} maxLength={200} autoComplete="off"
          error={wasPressed ? lacks : undefined} onChange={(event) => setAltText(event.currentTarget.value)} />
      </div>
    </Dialog>
  )
}
