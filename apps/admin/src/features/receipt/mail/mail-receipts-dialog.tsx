import { id } from '@sasaeai/domain/ids'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import type { ReceiptsToMail } from '@sasaeai/domain/receipt/receipt-input'
import { Button } from '@sasaeai/ui/button'
import { Dialog } from '@sasaeai/ui/dialog'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { newId } from '../../../app/new-id.ts'
import { PageError } from '../../../app/page-error.tsx'
import { readAnew } from '../../../app/read-anew.ts'
import { faultMessage, queryClient, type RouterOutput, trpc } from '../../../app/trpc.ts'
import { MailSample } from './mail-sample.tsx'

type Outlook = RouterOutput['receipt']['mail']['outlook']

/** メールで送る, a list of receipts or a whole run: tells how many go, who is left out and why, before any goes. */
export function MailReceiptsDialog({ of, title, onClose }: { of: ReceiptsToMail['of']; title: string; onClose: () => void }) {
  const outlook = useQuery(trpc.receipt.mail.outlook.queryOptions({ of }))
  const { send, isSending } = useSending(of, onClose)
  const ready = outlook.data?.counts.ready ?? 0
  return (
    <Dialog isOpen keepsOpen={isSending} onClose={onClose} title={title}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>{ready > 0 ? 'やめる' : '閉じる'}</Button>
          {ready > 0 && <Button variant="primary" isBusy={isSending} busyLabel="送信箱に入れています" onClick={() => void send()}>{`${groupDigits(ready)}通を送信箱に入れる`}</Button>}
        </>
      }
    >
      {outlook.isError ? <PageError reset={() => void outlook.refetch()} /> : outlook.data === undefined ? <LoadingSkeleton lines={8} /> : <OutlookOfMany outlook={outlook.data} />}
    </Dialog>
  )
}

/** Call by call, until all are in the outbox; what is there is never put in again. */
function useSending(of: ReceiptsToMail['of'], onDone: () => void) {
  const toast = useToast()
  const sendMany = useMutation(trpc.receipt.mail.sendMany.mutationOptions())
  const [isSending, setSending] = useState(false)
  const [orderId] = useState(() => id<'MailOrderId'>(newId()))
  const send = async () => {
    setSending(true)
    let queued = 0
    const unset: string[] = []
    try {
      let hasMore = true
      while (hasMore) {
        const outcome = await sendMany.mutateAsync({ orderId, of })
        if (!outcome.ok) break
        queued += outcome.value.queued
        unset.push(...outcome.value.unset)
        hasMore = outcome.value.hasMore
      }
      if (unset.length > 0) toast({ tone: 'error', text: `PDFを作れなかった領収書は送りませんでした：${[...new Set(unset)].slice(0, 5).join('、')}` })
      toast({ text: `${groupDigits(queued)}通を送信箱に入れました` })
      onDone()
    } catch (error) {
      toast({ tone: 'error', text: `${queued > 0 ? `${groupDigits(queued)}通を送信箱に入れたところで止まりました。` : ''}${faultMessage(error)}` })
    }
    setSending(false)
    await readAnew(queryClient)
  }
  return { send, isSending }
}

function OutlookOfMany({ outlook: { counts, unreachable, sample, isServerSending } }: { outlook: Outlook }) {
  const left = counts.unreachable - unreachable.length
  return (
    <div className="flex flex-col gap-4">
      <p>領収書の渡し方が「PDFで渡す」で、メールアドレスのある方に、原本のPDFを添えて1通ずつ送ります。</p>
      <ul className="list-disc pl-5">
        <li>これから送る　<strong className="figures">{groupDigits(counts.ready)}</strong>通</li>
        {counts.waiting + counts.sent > 0 && <li>送信箱にあるか、送信済み（送りません）　{groupDigits(counts.waiting + counts.sent)}通</li>}
        {counts.not_wished > 0 && <li>PDFを希望していない（紙で渡してください）　{groupDigits(counts.not_wished)}枚</li>}
      </ul>
      {counts.unreachable > 0 && (
        <NoticeBanner tone="warning" title={`PDFを希望していて、メールアドレスのない方が${groupDigits(counts.unreachable)}人います`}>
          <ul className="list-disc pl-5">
            {unreachable.map(({ supporterId, number, payer }) => (
              <li key={number}>{supporterId === null ? payer : <AppLink to="/supporters/$supporterId" params={{ supporterId }}>{payer}</AppLink>}（{number}）</li>
            ))}
          </ul>
          {left > 0 && `ほか${groupDigits(left)}人`}
        </NoticeBanner>
      )}
      {counts.ready > 0 && sample !== null && (
        <section className="flex flex-col gap-3" aria-labelledby="first-mail">
          <h3 id="first-mail" className="font-bold">はじめの1通</h3>
          <MailSample sample={sample} isServerSending={isServerSending} />
        </section>
      )}
    </div>
  )
}
