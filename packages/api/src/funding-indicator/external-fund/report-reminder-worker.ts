import type { Deps } from '../../deps.ts'
import { startWorkLoop, type WorkLoop } from '../../document/work-loop.ts'

interface ReportReminderParts {
  readonly deps: Deps
  readonly onFault: (error: unknown) => void
}

/** Looks at the start, and every half an hour, whether it is time to remind somebody of a report. */
export function startReportReminder({ deps, onFault }: ReportReminderParts): WorkLoop {
  return startWorkLoop({
    db: deps.db,
    work: 'report_reminders',
    lookEveryMs: 30 * 60 * 1000,
    onFault,
    async workOff() {
      const { remindOfReports } = await import('./remind-of-reports.ts')
      await remindOfReports(deps)
    },
  })
}
