import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { shareBackRunName } from '@sasaeai/domain/membership-dues/share-back/share-back-entry'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import type { ShareBackRunId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'
import type { TitleOutcome } from '../../document/paper-maker.ts'
import { readShareBackRun, type ShareBackRun } from './read-share-back-run.ts'

/** The title of papers of a calculation. */
export async function titleOfShareBack(deps: Deps, runId: ShareBackRunId, papers: string): Promise<TitleOutcome> {
  const run = await readShareBackRun(deps, runId)
  return run === null ? fail('document_subject_gone') : succeed(`${shareBackRunName(run)} ${papers}`)
}

/** Which money a calculation is of. */
export function basisOfShareBack({ fiscalYear, cutOffOn }: Pick<ShareBackRun, 'fiscalYear' | 'cutOffOn'>): string {
  return `${formatFiscalYear(fiscalYear)}分の会費のうち、${formatLocalDate(cutOffOn)}までに納入された額`
}
