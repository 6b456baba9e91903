import { fiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { Deps } from '../deps.ts'
import type { WorkLoop } from '../document/work-loop.ts'
import { ofNow } from '../ledger/report-moment.ts'

interface ReadAheadParts {
  readonly deps: Deps
  /** How long after the start. By then whoever waited for it should have their first page. */
  readonly afterMs: number
  readonly onFault: (error: unknown) => void
}

const yearsShown = 10

/**
 * Asks once for 経営のページ, 指標 and 寄附の年次報告, soon after the start and for nobody: the program of these pages is read, and the sums of now
 * that most reports are made of are counted, while no one waits. What is kept of them is brought up to date when it is asked
 * for, like all kept sums; a server that is asked sooner counts them then.
 */
export function startReadAhead({ deps, afterMs, onFault }: ReadAheadParts): WorkLoop {
  let atWork: Promise<void> | undefined
  const timer = setTimeout(() => {
    atWork = readAhead(deps).catch(onFault)
  }, afterMs)
  timer.unref()
  return {
    async stop() {
      clearTimeout(timer)
      await atWork
    },
  }
}

async function readAhead(deps: Deps): Promise<void> {
  const [{ readExecutivePage }, { readIndicatorValues }, { readDonationYear }] = await Promise.all([
    import('./executive/read-executive-page.ts'), import('./indicator/read-indicator-values.ts'), import('./donation-year/read-donation-year.ts'),
    // What these pages are asked through.
    import('./executive/executive-router.ts'), import('./indicator/indicator-router.ts'), import('./donation-year/donation-year-router.ts'),
  ])
  const last = fiscalYearOf(localDateInTokyo(deps.now()))
  await readExecutivePage(deps, { fiscalYear: last }, ofNow)
  await readIndicatorValues(deps, { years: { first: fiscalYear(last - yearsShown + 1), last }, at: ofNow })
  await readDonationYear(deps, { fiscalYear: last }, ofNow)
}
