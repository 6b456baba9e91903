import type { Column } from '@sasaeai/ui/data-table'
import { StatusChip } from '@sasaeai/ui/status-chip'

/** A line of a made-up list of slips. */
export interface SpecimenEntry {
  readonly number: string
  readonly date: string
  readonly payer: string
  readonly kind: string
  readonly state: 'posted' | 'reversed'
  readonly amount: string
}

export const specimenEntries: readonly SpecimenEntry[] = [
  { number: '1284', date: 'R8.5.12', payer: '荘島一区自治会 (100017)', kind: '一般会費', state: 'posted', amount: '64,000' },
  { number: '1283', date: 'R8.5.12', payer: '荘島一区自治会 (100017)', kind: '赤い羽根（戸別）', state: 'posted', amount: '32,500' },
  { number: '1282', date: 'R8.5.12', payer: '佐藤 花子 (000128)', kind: '寄附（香典返し）', state: 'posted', amount: '100,000' },
  { number: '1281', date: 'R8.5.11', payer: '株式会社ささえ電機筑後営業所総務部地域貢献推進室 (002041)', kind: '法人会費', state: 'reversed', amount: '△10,000' },
  { number: '1280', date: 'R8.5.11', payer: '匿名', kind: '街頭募金', state: 'posted', amount: '1,258,306' },
]

export const specimenColumns: readonly Column<SpecimenEntry>[] = [
  { id: 'number', header: '伝票番号', cell: (entry) => `No.${entry.number}`, isRowHeader: true, sortableBy: 'text' },
  { id: 'date', header: '日付', cell: (entry) => <span className="figures">{entry.date}</span>, sortableBy: 'date' },
  { id: 'payer', header: '納めた方', cell: (entry) => entry.payer, sortableBy: 'text' },
  { id: 'kind', header: '財源', cell: (entry) => entry.kind },
  { id: 'state', header: '状態', cell: (entry) => <EntryState state={entry.state} />, isWideOnly: true },
  { id: 'amount', header: '金額（円）', cell: (entry) => entry.amount, align: 'end', sortableBy: 'figure' },
]

function EntryState({ state }: Pick<SpecimenEntry, 'state'>) {
  return state === 'posted' ? <StatusChip tone="success">記帳済み</StatusChip> : <StatusChip tone="error">取消</StatusChip>
}
