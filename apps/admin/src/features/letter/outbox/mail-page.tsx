import type { OutgoingMailId } from '@sasaeai/domain/ids'
import { mailAttemptNames } from '@sasaeai/domain/letter/outbox/mail-state'
import { mailKindNames } from '@sasaeai/domain/letter/outbox/mail-kind'
import { outgoingMailInputSchema } from '@sasaeai/domain/letter/outbox/outbox-input'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { TextLink } from '@sasaeai/ui/text-link'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AppLink } from '../../../app/app-link.tsx'
import { DetailList } from '../../../app/detail-list.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { formatInstant } from '../../user/instant-text.ts'
import { MailActs } from './mail-acts.tsx'
import { MailStateChip } from './mail-state-chip.tsx'

export type Mail = NonNullable<RouterOutput['letter']['outbox']['get']>

/** One mail: what it says, what is attached, and how its attempts went. */
export function MailPage() {
  const { mailId } = useParams({ from: '/staff/outbox/$mailId' })
  const known = outgoingMailInputSchema.safeParse({ mailId })
  return known.success ? <KnownMail mailId={known.data.mailId} /> : <NoMail />
}

function NoMail() {
  return <EmptyState title="メールが見つかりません"><AppLink to="/outbox">送信箱</AppLink>から選び直してください。</EmptyState>
}

function KnownMail({ mailId }: { mailId: OutgoingMailId }) {
  const mail = useQuery(trpc.letter.outbox.get.queryOptions({ mailId }))
  if (mail.isError) return <PageError reset={() => void mail.refetch()} />
  if (mail.data === undefined) return <LoadingSkeleton lines={10} />
  return mail.data === null ? <NoMail /> : <MailSheet mail={mail.data} />
}

function MailSheet({ mail }: { mail: Mail }) {
  const { subject, state, lastError, toName, toAddress, kind, queuedAt, queuedByName, sentAt, sentByHandByName, dueAt, cancelReason, cancelledByName, body, supporterId, messageId } = mail
  return (
    <div className="flex flex-col gap-7">
      <div className="-mb-5">
        <PageHeader title={subject} crumbs={[{ label: '送信箱', href: '/admin/outbox' }, { label: toName || toAddress }]} status={<MailStateChip state={state} />} actions={<MailActs mail={mail} />} />
      </div>
      {lastError !== '' && state !== 'cancelled' && <Trouble mail={mail} />}
      <DetailList lines={[
        ['宛先', [toName, toAddress].filter(Boolean).join('\n')], ['種類', mailKindNames[kind]], ['依頼', `${formatInstant(queuedAt)}　${queuedByName}`],
        ...(sentAt === null ? [] : [['送信', `${formatInstant(sentAt)}${sentByHandByName === null ? '' : `　${sentByHandByName}さんが手で送信`}`] as const]),
        ...(state === 'waiting' && dueAt !== null && lastError !== '' ? [['次に送る時刻', formatInstant(dueAt)] as const] : []),
        ...(state === 'cancelled' ? [['取りやめ', `${cancelReason}（${cancelledByName ?? ''}）`] as const] : []),
      ]} />
      <section aria-labelledby="mail-text">
        <h2 id="mail-text" className="mb-2 text-[1.125rem] font-bold">本文</h2>
        <div className="max-w-3xl rounded-8 border border-line bg-white px-5 py-4 leading-170 break-words whitespace-pre-wrap">{body.trimEnd()}</div>
      </section>
      <Attachments mail={mail} />
      <section aria-labelledby="mail-attempts">
        <h2 id="mail-attempts" className="mb-1 text-[1.125rem] font-bold">送信の記録</h2>
        {mail.attempts.length === 0
          ? <p className="py-2 text-ink-sub">{sentByHandByName === null ? 'まだ送信していません。' : 'このサーバーからは送信していません。'}</p>
          : <DataTable caption="送信の記録" columns={attemptColumns} rows={mail.attempts} rowKey={({ sequence }) => String(sequence)} phone="cards" />}
        <p className="mt-2 text-[0.8125rem] break-all text-ink-sub">Message-ID {messageId}</p>
      </section>
      {supporterId !== null && <p className="print-hidden"><AppLink to="/supporters/$supporterId" params={{ supporterId }}>支援者のページ</AppLink></p>}
    </div>
  )
}

function Trouble({ mail: { state, lastError } }: { mail: Mail }) {
  if (state !== 'failed') return <NoticeBanner tone="warning" title="まだ送れていません">{lastError}</NoticeBanner>
  return (
    <NoticeBanner tone="error" title="送れませんでした">
      <p>{lastError}</p>
      <p>メールアドレスが違うときは、支援者の画面で直し、このメールを取りやめてから、もとの画面で送り直してください。</p>
    </NoticeBanner>
  )
}

function Attachments({ mail: { mailId, attachments } }: { mail: Mail }) {
  return (
    <section aria-labelledby="mail-attachments">
      <h2 id="mail-attachments" className="mb-1 text-[1.125rem] font-bold">添付ファイル</h2>
      {attachments.length === 0 && <p className="py-2 text-ink-sub">添付ファイルはありません。</p>}
      <ul className="flex flex-col gap-2">
        {attachments.map(({ sequence, fileName, sizeBytes, sha256 }) => (
          <li key={sequence}>
            <TextLink href={`/mail-attachments/${mailId}/${sequence}`} download={fileName}>{fileName}</TextLink>{`　${groupDigits(Math.ceil(sizeBytes / 1_024))}KB`}
            <span className="block text-[0.75rem] break-all text-ink-sub">SHA-256 {sha256}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const attemptColumns: readonly Column<Mail['attempts'][number]>[] = [
  { id: 'begun', header: '送信した時刻', isRowHeader: true, cell: ({ begunAt }) => <span className="figures">{formatInstant(begunAt)}</span> },
  { id: 'outcome', header: '結果', cell: ({ outcome }) => <span className="whitespace-nowrap">{outcome === null ? 'まだ分かりません' : mailAttemptNames[outcome]}</span> },
  { id: 'words', header: 'メールサーバーの返事', cell: ({ words }) => <span className="break-words">{words}</span> },
]
