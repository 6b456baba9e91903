import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type MaterialItem, materialItemNames, materialItems } from '@sasaeai/domain/community-chest/material/material-item'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { CampaignId } from '@sasaeai/domain/ids'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { type CampaignMaterialRow, campaignMaterials } from './campaign-material-queries.ts'

/** 資材 of a drive as an Excel workbook. */
export async function exportCampaignMaterials(deps: Deps, { campaignId, format }: AsFile<{ campaignId: CampaignId }>): Promise<ExportOutcome<'row_gone'>> {
  const sheet = await campaignMaterials(deps, campaignId)
  if (sheet === null) return fail('row_gone')
  const { rows, campaignName, fiscalYear } = sheet
  const sum = (item: MaterialItem, figure: 'issued' | 'returned') => rows.reduce((total, { materials }) => total + (materials[item]?.[figure] ?? 0), 0)
  return tableFile(`募金資材_${formatFiscalYear(fiscalYear)}_${campaignName}`, [
    {
      name: '募金資材',
      columns: [
        { heading: 'コード' }, { heading: '地域' }, { heading: '校区' }, { heading: '世帯数', kind: 'count' },
        ...materialItems.flatMap((item) => [
          { heading: `${materialItemNames[item]} 渡した`, kind: 'count' } as const, { heading: `${materialItemNames[item]} 戻った`, kind: 'count' } as const,
          { heading: `${materialItemNames[item]} 渡した日`, kind: 'date' } as const, { heading: `${materialItemNames[item]} 戻った日`, kind: 'date' } as const,
        ]),
      ],
      rows: rows.map(cellsOf),
      total: ['', '合計', '', null, ...materialItems.flatMap((item) => [sum(item, 'issued'), sum(item, 'returned'), null, null])],
    },
  ], format)
}

function cellsOf({ code, name, parentName, households, materials }: CampaignMaterialRow) {
  return [
    code, name, parentName ?? '', households,
    ...materialItems.flatMap((item) => {
      const { issued, returned, issuedOn, returnedOn } = materials[item] ?? { issued: 0, returned: 0, issuedOn: null, returnedOn: null }
      return [issued, returned, issuedOn, returnedOn]
    }),
  ]
}
