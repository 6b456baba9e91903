import type { GiftStatus } from '@sasaeai/domain/online-giving/giver/giver-page'
import { LinkButton } from '@sasaeai/ui/link-button'
import { inYen } from '../site/figures-in-words.ts'
import { withReadings } from '../site/readings.tsx'
import { useSite } from '../site/site-context.ts'
import { SiteNotice } from '../site/site-notice.tsx'
import type { ThanksWords } from '../words/thanks-words-ja.ts'
import { instantInWords } from './instant-in-words.ts'

interface StateProps {
  readonly status: GiftStatus
  readonly words: ThanksWords
}

/** A gift of which all was given back is none to give thanks for. */
export function shownState({ state, paidYen, refundedYen }: GiftStatus): GiftStatus['state'] | 'refunded' {
  return state === 'paid' && refundedYen > 0 && refundedYen === paidYen ? 'refunded' : state
}

/** What a state means for the giver, and what to do now. */
export function GiftState({ status, words, isSlow }: StateProps & { readonly isSlow: boolean }) {
  switch (shownState(status)) {
    case 'paid':
      return <Paid status={status} words={words} />
    case 'refunded':
      return <Refunded status={status} words={words} />
    case 'awaiting':
      return <Awaiting status={status} words={words} />
    case 'started':
      return <Started status={status} words={words} isSlow={isSlow} />
    case 'failed':
    case 'expired':
      return <NotPaid status={status} words={words} />
  }
}

function Paid({ status, words }: StateProps) {
  const { front } = useSite()
  const { receipts, receiptWish, frequency, email } = status
  const isReceiptAwaited = receiptWish === 'pdf' && receipts.length === 0 && front.receiptRule !== 'annual' && status.kind !== 'campaign'
  return (
    <>
      {front.texts.thanks !== '' && <p lang="ja" className="whitespace-pre-line">{front.texts.thanks}</p>}
      <Refunded status={status} words={words} />
      {status.recurringState === 'past_due' && <SiteNotice tone="warning" title={withReadings(words.monthFailed)}>{withReadings(words.monthFailedHow)}</SiteNotice>}
      <p>{withReadings(words.paidMail(email))}</p>
      {frequency === 'monthly' && <p>{withReadings(words.monthly)}</p>}
      {receiptWish === 'paper' && <p>{withReadings(words.receiptPaper)}</p>}
      {isReceiptAwaited && <p>{withReadings(words.receiptSoon)}</p>}
      {receipts.map(({ number, path }) => (
        <p key={number}><LinkButton href={path} icon="download" target="_blank" rel="noreferrer" className="w-full sm:w-auto">{withReadings(words.receiptFile(number))}</LinkButton></p>
      ))}
    </>
  )
}

/** What was given back, and which receipts are valid no more. */
function Refunded({ status: { refundedYen, voidReceipts }, words }: StateProps) {
  const { words: siteWords } = useSite()
  return (
    <>
      {refundedYen > 0 && <p><strong>{withReadings(words.refunded(inYen(siteWords, refundedYen)))}</strong></p>}
      {voidReceipts.map(({ number }) => <p key={number}>{withReadings(words.receiptVoid(number))}</p>)}
    </>
  )
}

function Awaiting({ status: { payableUntil, voucherUrl }, words }: StateProps) {
  const { words: siteWords } = useSite()
  // Of what can be paid later only a transfer has no end.
  const isTransfer = voucherUrl !== '' && payableUntil === null
  const until = payableUntil === null ? null : instantInWords(siteWords, payableUntil)
  return (
    <>
      <p>{withReadings(isTransfer ? words.awaitingTransfer : words.awaitingHow)}</p>
      {until !== null && <p className="rounded-8 bg-yellow-50 px-4 py-3 text-[1.125rem] font-bold">{withReadings(words.awaitingUntil(until.day, until.time))}</p>}
      {voucherUrl !== '' && <p><LinkButton variant="primary" href={voucherUrl} className="min-h-14 w-full sm:w-auto sm:min-w-72">{withReadings(words.voucher)}</LinkButton></p>}
      <p>{withReadings(words.awaitingMail)}</p>
    </>
  )
}

function Started({ status: { payUrl }, words, isSlow }: StateProps & { isSlow: boolean }) {
  return (
    <>
      <p>{withReadings(isSlow ? words.startedSlow : words.startedLead)}</p>
      {isSlow && payUrl !== '' && <p><LinkButton href={payUrl} className="w-full sm:w-auto">{withReadings(words.toPay)}</LinkButton></p>}
    </>
  )
}

function NotPaid({ status: { slug, failure }, words }: StateProps) {
  return (
    <>
      {failure !== '' && <p lang="ja" className="rounded-8 bg-surface-sub px-4 py-3">{failure}</p>}
      <p>{withReadings(words.failedLead)}</p>
      <p><LinkButton variant="primary" href={`/give/${slug}?step=4`} className="min-h-14 w-full sm:w-auto sm:min-w-72">{withReadings(words.again)}</LinkButton></p>
    </>
  )
}
