import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { formatYenDelta, yen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import type { CampaignToPublish } from './publications-page.tsx'
import { goalText } from './result-figure.tsx'

type Publication = CampaignToPublish['publications'][number]
type PublishedMethod = Publication['content']['methods'][number]

/** What was published of a drive, as it was published, and what was withdrawn before. */
export function PublishedResult({ campaign: { name, publications } }: { campaign: CampaignToPublish }) {
  const live = publications.find(({ withdrawnAt }) => withdrawnAt === null)
  const withdrawn = publications.filter(({ withdrawnAt }) => withdrawnAt !== null)
  if (publications.length === 0) return null
  return (
    <section className="keep-together">
      <h2 className="mb-1 text-[1.125rem] font-bold">{name}</h2>
      {live !== undefined && <Content publication={live} />}
      {withdrawn.length > 0 && (
        <ul className="mt-2 list-none text-[0.875rem] text-ink-sub">
          {withdrawn.map(({ publicationId, publishedOn, content }) => (
            <li key={publicationId}>
              {`${formatLocalDate(publishedOn)}に公表した実績額${formatYenDelta(content.collectedYen)}円は取り下げました。`}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Content({ publication: { content, publishedOn, publishedByName } }: { publication: Publication }) {
  const { goalYen, collectedYen, attainment, lastYen, yearOnYear, methods, until } = content
  return (
    <>
      <p className="mb-2 text-[0.875rem] text-ink-sub">
        {`${formatLocalDate(publishedOn)}公表（${publishedByName}）　${formatLocalDate(until)}まで　目標額 ${goalText(goalYen ?? yen(0))}${goalYen === null ? '' : '円'}　達成率 ${attainment}　前年 ${formatYenDelta(lastYen)}円　前年比 ${yearOnYear}`}
      </p>
      <DataTable
        caption="公表した方法別の実績"
        columns={columnsOf(formatYenDelta(collectedYen), goalText(goalYen ?? yen(0)))}
        rows={methods}
        rowKey={({ name }) => name}
        phone="cards"
      />
    </>
  )
}

function columnsOf(collected: string, goal: string): Column<PublishedMethod>[] {
  return [
    { id: 'name', header: '募金方法', isRowHeader: true, cell: ({ name }) => name, footer: '計' },
    { id: 'count', header: '件数', align: 'end', cell: ({ count }) => count },
    { id: 'goal', header: '目標額（円）', align: 'end', cell: ({ goalYen }) => goalText(goalYen), footer: goal },
    { id: 'collected', header: '実績額（円）', align: 'end', cell: ({ collectedYen }) => formatYenDelta(collectedYen), footer: collected },
    { id: 'share', header: '構成比', align: 'end', cell: ({ share }) => share },
  ]
}
