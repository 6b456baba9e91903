import { Button } from '@sasaeai/ui/button'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import type { IntakeContext } from '@sasaeai/domain/intake/intake-context'
import { readIntakeDraft } from '@sasaeai/domain/intake/read-intake-draft'
import { formatYen } from '@sasaeai/domain/money/yen'
import { useEffect, useMemo, useRef } from 'react'
import { IntakeSheet } from './intake-sheet.tsx'
import { maySettle, mayTakeBack } from './batch-actions.tsx'
import type { BatchView, SignedInPerson } from './intake-wire.ts'
import { LeftoverTyping } from './leftover-typing.tsx'
import { BatchInterimReceipts } from '../community-chest/interim-receipt/payer-interim-receipts.tsx'
import { BatchReceipts } from '../receipt/payer-receipts.tsx'
import { useOpenBatch } from './use-open-batch.ts'

interface StoredBatchProps {
  readonly batch: BatchView
  readonly context: IntakeContext
  readonly me: SignedInPerson
}

/** A batch that is no draft any more: what became of it, its 受付票, and the way to the next one. */
export function StoredBatch({ batch, context, me }: StoredBatchProps) {
  const read = useMemo(() => readIntakeDraft(batch.draft, context, new Map(batch.supporters)), [batch, context])
  const { posted, status } = batch
  return (
    <>
      <div className="mb-6 flex flex-col gap-3 print:hidden">
        <LeftoverTyping batchId={batch.batchId} stored={batch.draft} />
        {posted !== null && (
          <NoticeBanner
            tone="success"
            isLive
            title={`${read.count}件 ${formatYen(read.totalYen)}円を記帳しました`}
            action={<NextBatch batch={batch} />}
          >
            受付番号 {posted.intakeNumber}、伝票番号 {numbersOf(posted.entries)}です。{batch.postedByName}
            さんが記帳しました。
          </NoticeBanner>
        )}
        {status === 'submitted' && <WaitingNotice batch={batch} me={me} />}
        {status === 'discarded' && (
          <NoticeBanner tone="warning" title="この受付は破棄されています">
            下書きに戻すと、続きから入力できます。
          </NoticeBanner>
        )}
      </div>
      <IntakeSheet draft={batch.draft} {...{ read, context, status, posted }} receivedBy={batch.createdByName} />
      {posted !== null && <BatchReceipts batchId={batch.batchId} />}
      {posted !== null && <BatchInterimReceipts batchId={batch.batchId} />}
    </>
  )
}

function WaitingNotice({ batch, me }: { batch: BatchView; me: SignedInPerson }) {
  const title = `${batch.submittedByName ?? ''}さんが承認を依頼しています`
  return maySettle(batch, me) ? (
    <NoticeBanner tone="info" title={title}>
      内容を持参票と照らし合わせてから、記帳するか、理由を書いて差し戻してください。
    </NoticeBanner>
  ) : (
    <NoticeBanner tone="info" title={title} action={<NextBatch batch={batch} />}>
      依頼した人とは別の会計担当か管理者が、確かめて記帳します。直すところがあるときは、
      {mayTakeBack(batch, me) ? '取り下げてください。' : '差し戻してもらってください。'}
    </NoticeBanner>
  )
}

/** The first thing Enter does after posting: go on with the next bundle. */
function NextBatch({ batch }: { batch: BatchView }) {
  const { openBatch, isOpening } = useOpenBatch()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <Button ref={button} variant="primary" icon="arrow-right" isBusy={isOpening} onClick={() => openBatch(batch.draft)}>
      次の受付
    </Button>
  )
}

function numbersOf(entries: readonly { entryNumber: number }[]): string {
  const first = entries[0]?.entryNumber
  const last = entries.at(-1)?.entryNumber
  return first === last ? `${first}` : `${first}〜${last}`
}
