import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { TextLink } from '@sasaeai/ui/text-link'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { AdditionLine, AdditionSection } from './addition-section.tsx'
import type { AdditionListProps, SupporterAdditions } from './supporter-additions-part.tsx'

const AttachmentDialog = lazy(async () => ({ default: (await import('./attachment-dialog.tsx')).AttachmentDialog }))

type Attachment = SupporterAdditions['attachments'][number]

/** 添付ファイル: papers and pictures kept with the supporter. */
export function AttachmentList({ supporterId, additions, mayWrite }: AdditionListProps) {
  const [isOpen, setOpen] = useState(false)
  const [asked, setAsked] = useState<Attachment | null>(null)
  const lines = additions.attachments.map((attachment) => {
    const { attachmentId, fileName, sizeBytes, note, addedAt, addedBy } = attachment
    return (
      <AdditionLine key={attachmentId} removeLabel={`${fileName}を削除`} onRemove={mayWrite ? () => setAsked(attachment) : undefined}>
        <p className="wrap-anywhere"><TextLink href={`/attachments/${attachmentId}`} download={fileName}>{fileName}</TextLink></p>
        <p className="text-[0.875rem] text-ink-sub">
          {[sizeText(sizeBytes), note, `${formatLocalDateShort(localDateInTokyo(new Date(addedAt)))} ${addedBy}`].filter((part) => part !== '').join('　')}
        </p>
      </AdditionLine>
    )
  })
  return (
    <>
      <AdditionSection title="添付ファイル" addLabel="ファイルを加える" onAdd={mayWrite ? () => setOpen(true) : undefined}
        nothing="申込書の写しや写真などを、5MBまで保管できます。" lines={lines} />
      <Suspense>{isOpen && <AttachmentDialog supporterId={supporterId} onClose={() => setOpen(false)} />}</Suspense>
      {asked !== null && <RemoveAttachment attachment={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function RemoveAttachment({ attachment: { attachmentId, fileName }, onClose }: { readonly attachment: Attachment; readonly onClose: () => void }) {
  const remove = useMutation(trpc.supporter.additions.removeAttachment.mutationOptions())
  const run = useRunCommand()
  const confirm = async () => {
    await run(() => remove.mutateAsync({ attachmentId }), { done: `「${fileName}」を削除しました` })
    onClose()
  }
  return (
    <ConfirmDialog isOpen isDangerous isBusy={remove.isPending} title={`「${fileName}」を削除しますか？`} confirmLabel="削除する" onClose={onClose} onConfirm={() => void confirm()}>
      ファイルは元に戻せません。削除したことは監査ログに残ります。
    </ConfirmDialog>
  )
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString('ja-JP')}KB` : `${(bytes / 1_000_000).toFixed(1)}MB`
}
