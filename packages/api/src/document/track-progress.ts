import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DocumentProblem } from '@sasaeai/domain/document/document-run'
import type { Deps } from '../deps.ts'
import type { PaperDesk, PaperRun } from './paper-maker.ts'

/** The run was called off while it was being worked on. */
export class RunStopped extends Error {}

/** Often enough to be seen moving, seldom enough to cost nothing. */
const betweenWritesMs = 400

/** The desk of one run, which writes down how far it has come, and what could not be put on paper so far. */
export function trackProgress(
  deps: Deps,
  { run, day }: { run: PaperRun; day: LocalDate },
): { readonly desk: PaperDesk; problems(): readonly DocumentProblem[] } {
  const problems: DocumentProblem[] = []
  let [done, total, writtenAt] = [0, 0, 0]
  async function write(): Promise<void> {
    writtenAt = performance.now()
    const { rowCount } = await deps.db.pool.query(
      `UPDATE document_run SET done_count = $2, total_count = $3, problems = $4 WHERE id = $1 AND status = 'running'`,
      [run.runId, done, total, JSON.stringify(problems)],
    )
    if (rowCount === 0) throw new RunStopped()
  }
  const desk: PaperDesk = {
    deps,
    day,
    run,
    expect(pieces) {
      total = pieces
      return write()
    },
    async advance(pieces = 1) {
      done += pieces
      if (done === total || performance.now() - writtenAt > betweenWritesMs) await write()
    },
    note: (problem) => void problems.push(problem),
  }
  return { desk, problems: () => problems }
}
