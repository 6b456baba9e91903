import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { journalEntryIdSchema } from '@sasaeai/domain/id-schemas'
import { entryKindNames } from '@sasaeai/domain/ledger/entry-draft'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { AppLink } from '../../app/app-link.tsx'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'
import { EntryInterimReceipts } from '../community-chest/interim-receipt/payer-interim-receipts.tsx'
import { EntryReceipts } from '../receipt/payer-receipts.tsx'
import { VoidAndReverseDialog } from '../receipt/void-and-reverse-dialog.tsx'
import { contributionOfEntry } from './contribution-of-entry.ts'
import { CorrectEntryDialog } from './correct-entry-dialog.tsx'
import type { Entry, EntryLink } from './entry.ts'
import { EntryHistory } from './entry-history.tsx'
import { ReverseEntryDialog } from './reverse-entry-dialog.tsx'
import { TransferSlip } from './transfer-slip.tsx'
import { useGround } from './use-ground.ts'

/** 仕訳: one entry as a 振替伝票, what became of it, and its history. */
export function EntryPage() {
  const { entryId } = useParams({ from: '/staff/entries/$entryId' })
  const id = journalEntryIdSchema.safeParse(entryId)
  if (!id.success) return <EmptyState title="仕訳が見つかりません">一覧から選び直してください。</EmptyState>
  return <KnownEntry key={id.data} entryId={id.data} />
}

function KnownEntry({ entryId }: { entryId: ReturnType<typeof journalEntryIdSchema.parse> }) {
  const entry = useQuery(trpc.ledger.entry.queryOptions({ entryId }))
  if (entry.isError) return <PageError reset={() => void entry.refetch()} />
  if (entry.data === undefined) return <LoadingSkeleton lines={8} />
  const { kind, fiscalYear: year, entryNumber, reversedBy } = entry.data
  return (
    <>
      <PageHeader
        title={`伝票 ${entryNumber}番`}
        description={formatFiscalYear(fiscalYear(year))}
        crumbs={[{ label: '仕訳・明細一覧', href: '/admin/entries' }, { label: `伝票 ${entryNumber}番` }]}
        status={
          <>
            <StatusChip tone={kind === 'reversal' ? 'error' : 'neutral'}>{entryKindNames[kind]}</StatusChip>
            {reversedBy !== null && <StatusChip tone="warning">取消済み</StatusChip>}
          </>
        }
        actions={<EntryActions entry={entry.data} />}
      />
      <EntryChain entry={entry.data} />
      <TransferSlip entry={entry.data} />
      <EntryReceipts entryId={entryId} />
      <EntryInterimReceipts entryId={entryId} />
      <EntryHistory entry={entry.data} />
    </>
  )
}

/** 印刷, 取消 and 訂正; the last two only where they can be done. */
function EntryActions({ entry }: { entry: Entry }) {
  const mayPost = useMayDo('ledger.post')
  const ground = useGround()
  const [open, setOpen] = useState<'reverse' | 'correct'>()
  const close = () => setOpen(undefined)
  const receiptNumber = useReceiptNumber(entry)
  const contribution = ground.data === undefined ? null : contributionOfEntry(entry, ground.data)
  const isOpenToChange = mayPost && entry.kind !== 'reversal' && entry.reversedBy === null
  return (
    <>
      <Button icon="printer" onClick={() => window.print()}>印刷する</Button>
      {isOpenToChange && contribution !== null && receiptNumber === null && <Button icon="pencil" onClick={() => setOpen('correct')}>訂正する</Button>}
      {isOpenToChange && <Button icon="undo" onClick={() => setOpen('reverse')}>{receiptNumber === null ? '取り消す' : '領収書を無効にして取り消す'}</Button>}
      {open === 'reverse' && receiptNumber === null && <ReverseEntryDialog entry={entry} onClose={close} />}
      {open === 'reverse' && receiptNumber !== null && <VoidAndReverseDialog entry={entry} receiptNumber={receiptNumber} onClose={close} />}
      {open === 'correct' && contribution !== null && ground.data !== undefined && (
        <CorrectEntryDialog entry={entry} contribution={contribution} ground={ground.data} onClose={close} />
      )}
    </>
  )
}

/** The number of the live receipt that stands for an entry; null while there is none. What is receipted is frozen. */
function useReceiptNumber({ id }: Entry): string | null {
  const mayPost = useMayDo('ledger.post')
  const payers = useQuery({ ...trpc.receipt.payersOfEntry.queryOptions({ entryId: journalEntryIdSchema.parse(id) }), enabled: mayPost })
  return payers.data?.find(({ receipt }) => receipt !== null)?.receipt?.number ?? null
}

/** Where this entry stands in the chain of reversal (赤伝) and correction (黒伝). */
function EntryChain({ entry }: { entry: Entry }) {
  const { reverses, reversedBy, corrects, correctedBy, reason } = entry
  const links = [
    { words: 'この伝票が取り消した元の伝票：', link: reverses },
    { words: 'この伝票を取り消した伝票（赤伝）：', link: reversedBy },
    { words: 'この伝票が訂正した元の伝票：', link: corrects },
    { words: '訂正後の正しい伝票（黒伝）：', link: correctedBy },
  ].flatMap(({ words, link }) => (link === null ? [] : [{ words, link }]))
  if (links.length === 0) return null
  const title = reversedBy === null ? '取消・訂正の伝票です' : 'この伝票は取り消されています'
  return (
    <NoticeBanner tone={reversedBy === null ? 'info' : 'warning'} title={title} className="mb-5">
      <ul>
        {links.map(({ words, link }) => (
          <li key={link.id}>{words}<EntryReference link={link} /></li>
        ))}
      </ul>
      {reason !== '' && <p>理由：{reason}</p>}
    </NoticeBanner>
  )
}

function EntryReference({ link: { id, fiscalYear: year, entryNumber, entryDate } }: { link: EntryLink }) {
  return (
    <AppLink to="/entries/$entryId" params={{ entryId: id }}>
      {formatFiscalYear(fiscalYear(year))} {entryNumber}番（{formatLocalDate(entryDate)}）
    </AppLink>
  )
}
