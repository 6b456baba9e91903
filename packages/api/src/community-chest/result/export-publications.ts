import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { publicationWords } from '@sasaeai/domain/community-chest/result/publication'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { listPublications } from './publication-queries.ts'

/** 結果の公表 of a year: each drive with its deadline, all that was published of it, and the methods as they were published. */
export async function exportPublications(deps: Deps, { fiscalYear, format }: AsFile<{ fiscalYear: FiscalYear }>): Promise<ExportOutcome> {
  const campaigns = await listPublications(deps, fiscalYear)
  const published = campaigns.flatMap((campaign) => campaign.publications.map((publication) => ({ ...campaign, ...publication })))
  const withdrawnOn = (withdrawnAt: string | null) => (withdrawnAt === null ? null : localDateInTokyo(new Date(withdrawnAt)))
  return tableFile(`結果の公表_${formatFiscalYear(fiscalYear)}`, [
    {
      name: '運動ごとの公表',
      columns: [{ heading: '運動' }, { heading: '運動の終了', kind: 'date' }, { heading: '公表の期限', kind: 'date' }, { heading: '状況' }],
      rows: campaigns.map(({ name, closesOn, dueOn, drive, state }) => [name, closesOn, drive === 'other' ? null : dueOn, publicationWords(state, closesOn)]),
    },
    {
      name: '公表した結果',
      columns: [
        { heading: '運動' }, { heading: '公表日', kind: 'date' }, { heading: '公表した人' }, { heading: 'いつまで', kind: 'date' }, { heading: '目標額（円）', kind: 'yen' },
        { heading: '実績額（円）', kind: 'yen' }, { heading: '達成率' }, { heading: '前年（円）', kind: 'yen' }, { heading: '前年比' }, { heading: '取下げ日', kind: 'date' },
      ],
      rows: published.map(({ name, publishedOn, publishedByName, withdrawnAt, content }) => [
        name, publishedOn, publishedByName, content.until, content.goalYen, content.collectedYen, content.attainment, content.lastYen, content.yearOnYear, withdrawnOn(withdrawnAt),
      ]),
    },
    {
      name: '公表した方法別の実績',
      columns: [
        { heading: '運動' }, { heading: '公表日', kind: 'date' }, { heading: '募金方法' }, { heading: '件数' }, { heading: '目標額（円）', kind: 'yen' }, { heading: '実績額（円）', kind: 'yen' },
        { heading: '構成比' }, { heading: '取下げ日', kind: 'date' },
      ],
      rows: published.flatMap(({ name, publishedOn, withdrawnAt, content }) =>
        content.methods.map((method) => [name, publishedOn, method.name, method.count, method.goalYen, method.collectedYen, method.share, withdrawnOn(withdrawnAt)])),
    },
  ], format)
}
