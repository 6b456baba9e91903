import { countMeaningNames, nationalMethodCategoryNames } from '@sasaeai/domain/community-chest/method/collection-method-kind'
import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import type { Deps } from '../../deps.ts'
import { groundFile } from '../../document/ground-file.ts'
import type { ExportOutcome } from '../../document/table-file.ts'
import { listCollectionMethods } from './collection-method-table.ts'

/** 募金方法, those out of use included. */
export async function exportCollectionMethods({ db }: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  return groundFile({
    name: '募金方法',
    lines: await listCollectionMethods(db),
    columns: [
      { heading: '全国集計の区分', cell: ({ nationalCategory }) => nationalMethodCategoryNames[nationalCategory] },
      { heading: '件数の単位', cell: ({ countMeaning }) => countMeaningNames[countMeaning] },
    ],
  }, format)
}
