import { inTransaction } from '@sasaeai/db/in-transaction'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { ChooseImportInput } from '@sasaeai/domain/supporter/import/supporter-import-input'
import { choicesOfStatus } from '@sasaeai/domain/supporter/import/supporter-import-status'
import type { Deps } from '../../deps.ts'

/** What is to become of a line, or of all lines with one status. What is taken in stays as it is. */
export function chooseImportLines(
  deps: Deps,
  { importId, lineNumber, status, choice }: ChooseImportInput,
): Promise<Outcome<{ lines: number }, 'import_choice_unfit' | 'import_gone'>> {
  if (!choicesOfStatus[status].includes(choice)) return Promise.resolve(fail('import_choice_unfit'))
  return inTransaction(deps.db, async (tx) => {
    const { count } = await tx.supporterImportLine.updateMany({
      where: { importId, status, takenAt: null, import: { finishedAt: null }, ...(lineNumber === null ? {} : { lineNumber }) },
      data: { choice },
    })
    return count === 0 ? fail('import_gone') : succeed({ lines: count })
  }, { isolation: 'ReadCommitted' })
}
