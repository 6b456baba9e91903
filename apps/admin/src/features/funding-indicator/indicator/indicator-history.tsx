import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { formatPostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { formatIndicatorValue } from '@sasaeai/domain/funding-indicator/indicator/format-indicator'
import { sayingKindNames } from '@sasaeai/domain/funding-indicator/indicator/saying-kind'
import { DataTable } from '@sasaeai/ui/data-table'
import type { IndicatorInFull } from './indicator-page.tsx'

type Saying = IndicatorInFull['history'][number]

/** 入力の履歴: nothing that was said is overwritten. */
export function IndicatorHistory({ indicator }: { indicator: IndicatorInFull }) {
  const valueOf = ({ kind, value }: Saying) => (kind === 'target' || kind === 'actual' ? (value === null ? '取消し' : formatIndicatorValue(value, indicator)) : '')
  return (
    <section aria-labelledby="history" className="print-hidden">
      <h2 id="history" className="mb-1 text-[1.25rem] font-bold">入力の履歴</h2>
      <p className="mb-2 text-[0.875rem] text-ink-sub">入力したことは書き換えず、新しいものを加えます。過去の時点の報告書は、その時点の内容で読めます。</p>
      <DataTable<Saying>
        caption="入力の履歴"
        rows={indicator.history}
        rowKey={(saying) => saying.id}
        phone="cards"
        columns={[
          { id: 'at', header: '日時', isRowHeader: true, cell: ({ recordedAt }) => formatPostingMoment(recordedAt) },
          { id: 'kind', header: '内容', cell: ({ kind }) => <span className="whitespace-nowrap">{sayingKindNames[kind]}</span> },
          { id: 'year', header: '年度', cell: ({ fiscalYear }) => <span className="whitespace-nowrap">{fiscalYear === null ? 'すべて' : formatFiscalYear(fiscalYear)}</span> },
          { id: 'value', header: '値', align: 'end', cell: valueOf },
          { id: 'text', header: '説明', cell: ({ text }) => <span className="whitespace-pre-line">{text}</span> },
          { id: 'by', header: '入力した人', cell: ({ recordedBy }) => recordedBy ?? '標準の指標' },
        ]}
      />
    </section>
  )
}
