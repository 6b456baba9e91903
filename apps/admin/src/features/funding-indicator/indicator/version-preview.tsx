import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { formatIndicatorValue } from '@sasaeai/domain/funding-indicator/indicator/format-indicator'
import { type PreviewVersionInput, previewVersionSchema } from '@sasaeai/domain/funding-indicator/indicator/indicator-version-input'
import type { SaidIndicator } from '@sasaeai/domain/funding-indicator/indicator/said-indicator'
import { DataTable } from '@sasaeai/ui/data-table'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'

type PreviewedYear = NonNullable<RouterOutput['indicator']['previewVersion']>[number]

/** 試算: what the years are now, and what they would be. Nothing is shown while the definition is not whole. */
export function VersionPreview({ indicator, input }: { readonly indicator: SaidIndicator; readonly input: PreviewVersionInput }) {
  const isWhole = previewVersionSchema.safeParse(input).success
  const preview = useQuery({ ...trpc.indicator.previewVersion.queryOptions(input), enabled: isWhole, placeholderData: keepPreviousData })
  if (!isWhole || preview.data == null) return null
  const shown = (value: number | null) => formatIndicatorValue(value, indicator)
  return (
    <section aria-labelledby="preview">
      <h3 id="preview" className="mb-1 font-bold">新しい版で変わるところ</h3>
      <DataTable<PreviewedYear>
        caption="新しい版で変わるところ"
        rows={preview.data}
        rowKey={(year) => String(year.fiscalYear)}
        isRefreshing={preview.isPlaceholderData}
        columns={[
          { id: 'year', header: '年度', isRowHeader: true, cell: (year) => formatFiscalYear(year.fiscalYear) },
          { id: 'before', header: '今の定義', align: 'end', cell: ({ before }) => shown(before) },
          { id: 'after', header: '新しい定義', align: 'end', cell: ({ after, isNew }) => (isNew ? shown(after) : '前のまま') },
        ]}
      />
    </section>
  )
}
