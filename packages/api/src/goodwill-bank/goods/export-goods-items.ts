import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { goodsCategoryNames, goodsMeasureNames } from '@sasaeai/domain/goodwill-bank/goods/goods-category'
import type { Deps } from '../../deps.ts'
import { groundFile } from '../../document/ground-file.ts'
import type { ExportOutcome } from '../../document/table-file.ts'
import { listGoodsItems } from './goods-item-table.ts'

/** 善意銀行の品目, those out of use included. */
export async function exportGoodsItems({ db }: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  return groundFile({
    name: '善意銀行の品目',
    lines: await listGoodsItems(db),
    columns: [
      { heading: '区分', cell: ({ category }) => goodsCategoryNames[category] },
      { heading: '数え方', cell: ({ measure }) => goodsMeasureNames[measure] },
      { heading: '単位', cell: ({ unit }) => unit },
      { heading: '1点の重さ（g）', kind: 'count', cell: ({ gramsEach }) => gramsEach },
    ],
  }, format)
}
