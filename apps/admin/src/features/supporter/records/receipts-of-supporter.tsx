import { formatInterimReceiptNumber } from '@sasaeai/domain/community-chest/interim-receipt/interim-receipt-number'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { SupporterId } from '@sasaeai/domain/ids'
import { formatYen, type Yen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Answered } from '../../../app/answered.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { ReceiptPaperLink } from '../../receipt/receipt-paper-link.tsx'

interface IssuedPaper {
  readonly id: string
  readonly shown: ReactNode
  readonly issuedOn: LocalDate
  readonly purpose: string
  readonly amountYen: Yen
  readonly isVoid: boolean
}

const columns: readonly Column<IssuedPaper>[] = [
  { id: 'number', header: '番号', isRowHeader: true, cell: ({ shown, isVoid }) => <>{shown} {isVoid && <StatusChip>無効</StatusChip>}</> },
  { id: 'issuedOn', header: '発行日', cell: ({ issuedOn }) => <span className="figures">{formatLocalDateShort(issuedOn)}</span> },
  { id: 'purpose', header: 'ただし書き', cell: ({ purpose }) => purpose },
  { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => formatYen(amountYen) },
]

/** 領収書 and 預り証 that were issued in this name, the newest first. */
export function ReceiptsOfSupporter({ supporterId }: { readonly supporterId: SupporterId }) {
  const enabled = useMayDo('receipt.read')
  const receipts = useQuery({ ...trpc.receipt.ofSupporter.queryOptions({ supporterId }), enabled })
  const interim = useQuery({ ...trpc.communityChest.interimReceipt.ofSupporter.queryOptions({ supporterId }), enabled })
  if (!enabled) return null
  return (
    <section>
      <h2 className="mb-2 text-[1.125rem] font-bold">領収書・預り証</h2>
      <Answered answer={receipts} lines={1}>
        {(official) => <Answered answer={interim} lines={1}>{(preliminary) => <IssuedPapers papers={papersOf(official, preliminary)} />}</Answered>}
      </Answered>
    </section>
  )
}

function papersOf(receipts: RouterOutput['receipt']['ofSupporter'], interim: RouterOutput['communityChest']['interimReceipt']['ofSupporter']): IssuedPaper[] {
  return [
    ...receipts.map((receipt) => ({ ...receipt, id: receipt.receiptId, shown: <ReceiptPaperLink {...receipt} /> })),
    ...interim.map((receipt) => ({ ...receipt, id: receipt.interimReceiptId, shown: formatInterimReceiptNumber(receipt) })),
  ].toSorted((left, right) => right.issuedOn.localeCompare(left.issuedOn))
}

function IssuedPapers({ papers }: { readonly papers: readonly IssuedPaper[] }) {
  if (papers.length === 0) return <p className="text-ink-sub">この名前で発行したものはありません。</p>
  return <DataTable caption="領収書・預り証" columns={columns} rows={papers} rowKey={({ id }) => id} phone="cards" />
}
