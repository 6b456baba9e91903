import type { GiverYear } from '@sasaeai/domain/online-giving/giver/giver-page'
import { Button } from '@sasaeai/ui/button'
import { useState } from 'react'
import { withReadings, withoutReadings } from '../site/readings.tsx'
import { siteApi } from '../site/site-api.ts'
import { useMyWords } from './my-words.ts'
import { RefusalNotice, type Refused } from './refusal-notice.tsx'

/** 年間証明 of years that are over: issued by a press, or said why not here. What was issued stands in the list of receipts. */
export function YearStatements({ years, onIssued }: { years: readonly GiverYear[]; onIssued: () => Promise<void> }) {
  const words = useMyWords()
  const { state, issue } = useIssue(onIssued)
  return (
    <>
      {years.map(({ calendarYear, state: can }) => (
        <div key={`${calendarYear} ${can}`} className="mt-3">
          {can === 'open' && (
            <>
              <p>{withReadings(words.yearHint)}</p>
              <Button className="mt-2" isBusy={state === calendarYear} busyLabel={withoutReadings(words.issuing)} onClick={() => void issue(calendarYear)}>{withReadings(words.issueYear(calendarYear))}</Button>
            </>
          )}
          {can !== 'open' && <p>{withReadings(words.yearNotYet[can](calendarYear))}</p>}
        </div>
      ))}
      <p role="status" className="empty:hidden mt-3">{state === 'done' ? withReadings(words.yearIssued) : ''}</p>
      {typeof state === 'object' && <div className="mt-3"><RefusalNotice refused={state.refused} /></div>}
    </>
  )
}

function useIssue(onIssued: () => Promise<void>) {
  const [state, setState] = useState<'idle' | 'done' | number | { readonly refused: Refused }>('idle')
  const issue = async (calendarYear: number) => {
    if (typeof state === 'number') return
    setState(calendarYear)
    try {
      const answer = await siteApi.issueYear({ calendarYear })
      await onIssued()
      if (!answer.ok) return setState({ refused: answer })
      setState('done')
      // The button that had the focus is gone.
      document.getElementById('receipts')?.focus()
    } catch {
      setState({ refused: 'lost' })
    }
  }
  return { state, issue }
}
