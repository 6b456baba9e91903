import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { letterKindNames } from '@sasaeai/domain/letter/letter-kind'
import { letterUseWords, suitedGiftWords } from '@sasaeai/domain/letter/letter-template-words'
import type { Deps } from '../../deps.ts'
import { groundFile } from '../../document/ground-file.ts'
import type { ExportOutcome } from '../../document/table-file.ts'
import { listLetterTemplates } from './letter-template-table.ts'

/** 文書のひな形 with their whole words, those out of use included. */
export async function exportLetterTemplates({ db }: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  return groundFile({
    name: '文書のひな形',
    lines: await listLetterTemplates(db),
    columns: [
      { heading: '種類', cell: ({ kind }) => letterKindNames[kind] },
      { heading: '使うところ', cell: letterUseWords },
      { heading: '合う寄附', cell: suitedGiftWords },
      { heading: '表題', cell: ({ heading }) => heading },
      { heading: '件名', cell: ({ subject }) => subject },
      { heading: '本文', cell: ({ body }) => body },
      { heading: '記', cell: ({ listsFacts }) => (listsFacts ? '付ける' : '付けない') },
    ],
  }, format)
}
