import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { id, type JournalEntryId } from '@sasaeai/domain/ids'
import { Button } from '@sasaeai/ui/button'
import { Dialog } from '@sasaeai/ui/dialog'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DetailList } from '../../../app/detail-list.tsx'
import { newId } from '../../../app/new-id.ts'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'

/** 礼状をメールで送る: shows to whom it goes and what it says, before it goes into the outbox. */
export function MailThankYouDialog({ entryId, onClose }: { entryId: JournalEntryId; onClose: () => void }) {
  const mail = useQuery(trpc.donation.letter.mailOf.queryOptions({ entryId }))
  const send = useMutation(trpc.donation.letter.mail.mutationOptions())
  const run = useRunCommand()
  // The same for every press, so that an answer that was lost sends nothing twice.
  const [orderId] = useState(() => id<'MailOrderId'>(newId()))
  const press = async () => {
    if (await run(() => send.mutateAsync({ orderId, entryId }), { done: '礼状のメールを送信箱に入れました' })) onClose()
  }
  const canSend = mail.data?.ok === true
  return (
    <Dialog isOpen keepsOpen={send.isPending} onClose={onClose} title="礼状をメールで送る"
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>{canSend ? 'やめる' : '閉じる'}</Button>
          {canSend && <Button variant="primary" isBusy={send.isPending} busyLabel="送信箱に入れています" onClick={() => void press()}>送信箱に入れる</Button>}
        </>
      }
    >
      {mail.isError && <PageError reset={() => void mail.refetch()} />}
      {mail.isPending && <LoadingSkeleton lines={8} />}
      {mail.data?.ok === false && <NoticeBanner tone="warning" title={failureMessage(mail.data)} />}
      {mail.data?.ok === true && (
        <div className="flex flex-col gap-4">
          <DetailList lines={[['宛先', `${mail.data.value.toName}\n${mail.data.value.toAddress}`], ['件名', mail.data.value.subject]]} />
          <div className="rounded-8 border border-line bg-surface-sub px-4 py-3 text-[0.9375rem] leading-170 break-words whitespace-pre-wrap">{mail.data.value.body.trimEnd()}</div>
          <p className="text-[0.9375rem] text-ink-sub">送信されると、礼状の記録（メール）がこの文で残ります。送信のようすは「領収書 › 送信箱」で見られます。</p>
        </div>
      )}
    </Dialog>
  )
}
