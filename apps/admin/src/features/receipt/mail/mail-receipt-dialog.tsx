import { id } from '@sasaeai/domain/ids'
import { Button } from '@sasaeai/ui/button'
import { Dialog } from '@sasaeai/ui/dialog'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../../app/new-id.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { NamedReceipt } from '../named-receipt.ts'
import { MailSample } from './mail-sample.tsx'

type Outlook = RouterOutput['receipt']['mail']['outlook']

/** メールで送る, one receipt: shows to whom it goes and what it says, before it goes. */
export function MailReceiptDialog({ receipt: { receiptId, number }, onClose }: { receipt: NamedReceipt; onClose: () => void }) {
  const outlook = useQuery(trpc.receipt.mail.outlook.queryOptions({ of: { receiptIds: [receiptId] } }))
  const send = useMutation(trpc.receipt.mail.sendOne.mutationOptions())
  const run = useRunCommand()
  // The same for every press, so that an answer that was lost sends nothing twice.
  const [orderId] = useState(() => id<'MailOrderId'>(newId()))
  const press = async () => {
    if (await run(() => send.mutateAsync({ orderId, receiptId }), { done: `領収書 ${number}のメールを送信箱に入れました` })) onClose()
  }
  const canSend = outlook.data !== undefined && outlook.data.sample !== null && outlook.data.counts.waiting === 0
  return (
    <Dialog isOpen keepsOpen={send.isPending} onClose={onClose} title={`領収書 ${number}をメールで送る`}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>{canSend ? 'やめる' : '閉じる'}</Button>
          {canSend && <Button variant="primary" isBusy={send.isPending} busyLabel="送信箱に入れています" onClick={() => void press()}>送信箱に入れる</Button>}
        </>
      }
    >
      {outlook.isError ? <PageError reset={() => void outlook.refetch()} /> : outlook.data === undefined ? <LoadingSkeleton lines={8} /> : <OutlookOfOne outlook={outlook.data} />}
    </Dialog>
  )
}

function OutlookOfOne({ outlook: { counts, sample, isServerSending } }: { outlook: Outlook }) {
  if (counts.waiting > 0) return <NoticeBanner tone="info" title="この領収書のメールは、もう送信箱にあります">送信を待っています。送信箱でようすを見られます。</NoticeBanner>
  if (sample === null) return <NoticeBanner tone="warning" title="メールアドレスがありません">宛名の方の、支援者の画面でメールアドレスを入れてから送ってください。</NoticeBanner>
  return (
    <div className="flex flex-col gap-4">
      {counts.sent > 0 && <NoticeBanner tone="warning" title="この領収書は、前にもメールで送っています">もう一度送ると、同じ方に2通届きます。</NoticeBanner>}
      {counts.not_wished > 0 && <NoticeBanner tone="info" title="この方の領収書の渡し方は、PDFではありません">メールで送ってよいか確かめてください。</NoticeBanner>}
      <MailSample sample={sample} isServerSending={isServerSending} />
    </div>
  )
}
