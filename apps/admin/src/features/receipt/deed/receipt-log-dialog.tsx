import { formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { receiptDeedNames } from '@sasaeai/domain/receipt/receipt-deed'
import { Button } from '@sasaeai/ui/button'
import { Dialog } from '@sasaeai/ui/dialog'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { TextLink } from '@sasaeai/ui/text-link'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { CoverLettersButtons } from '../cover/cover-letters-buttons.tsx'
import type { NamedReceipt } from '../named-receipt.ts'
import { receiptPaperAddress } from '../receipt-paper-link.tsx'
import { RecordDeedDialog } from './record-deed-dialog.tsx'

type Log = RouterOutput['receipt']['log']

/** 控え: what is kept of a receipt and what was done with it. */
export function ReceiptLogDialog({ receipt, onClose }: { receipt: NamedReceipt & { readonly voidReason: string }; onClose: () => void }) {
  const log = useQuery(trpc.receipt.log.queryOptions({ receiptId: receipt.receiptId }))
  const mayDeliver = useMayDo('receipt.deliver')
  const [isRecording, setRecording] = useState(false)
  if (isRecording) return <RecordDeedDialog of={{ receiptIds: [receipt.receiptId] }} title={`領収書 ${receipt.number}の受渡しを記録する`} firstKind="handed" onClose={() => setRecording(false)} />
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`領収書 ${receipt.number}の控え`}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>閉じる</Button>
          {receipt.voidReason === '' && <CoverLettersButtons of={{ receiptIds: [receipt.receiptId] }}>送り状</CoverLettersButtons>}
          {mayDeliver && <Button variant="primary" onClick={() => setRecording(true)}>受渡しを記録する</Button>}
        </>
      }
    >
      {log.isError ? <PageError reset={() => void log.refetch()} /> : log.data === undefined ? <LoadingSkeleton lines={5} /> : <LogOfReceipt log={log.data} receipt={receipt} />}
    </Dialog>
  )
}

function LogOfReceipt({ log: { deeds, papers, reissues, entries }, receipt }: { log: Log; receipt: NamedReceipt }) {
  return (
    <div className="flex flex-col gap-5">
      <Part title="受渡し" empty="記録はありません。">
        {deeds.map(({ kind, doneOn, note, byName }, index) => (
          <li key={`${index}.${doneOn}`}>{`${formatLocalDate(doneOn)}　${receiptDeedNames[kind]}${note === '' ? '' : `（${note}）`}　${byName}`}</li>
        ))}
      </Part>
      <Part title="再発行" empty="再発行していません。">
        {reissues.map(({ sequence, reissuedOn, reason, byName }) => <li key={sequence}>{`${sequence}回目　${formatLocalDate(reissuedOn)}　${reason}　${byName}`}</li>)}
      </Part>
      <Part title="保管している原本" empty="はじめに開いたときに保管されます。">
        {papers.map(({ copy, sha256, madeOn }) => (
          <li key={copy}>
            <TextLink href={receiptPaperAddress(receipt.receiptId, copy)} target="_blank">{copyWords(copy)}</TextLink>{`　${formatLocalDateShort(madeOn)}`}
            <span className="block text-[0.75rem] break-all text-ink-sub">SHA-256 {sha256}</span>
          </li>
        ))}
      </Part>
      <Part title="対象の伝票" empty="">
        {entries.map(({ entryId, entryNumber, entryDate }) => (
          <li key={entryId}><AppLink to="/entries/$entryId" params={{ entryId }}>{`${formatLocalDateShort(entryDate)}　伝票 ${entryNumber}番`}</AppLink></li>
        ))}
      </Part>
    </div>
  )
}

function copyWords(copy: number): string {
  if (copy === 0) return 'はじめの領収書'
  return copy < 0 ? '無効の印のあるもの' : `再発行（${copy}回目）`
}

function Part({ title, empty, children }: { title: string; empty: string; children: readonly ReactNode[] }) {
  return (
    <section>
      <h3 className="font-bold">{title}</h3>
      {children.length === 0 ? <p className="text-ink-sub">{empty}</p> : <ul className="list-disc pl-5">{children}</ul>}
    </section>
  )
}
