import { clockTimeInTokyo } from '@sasaeai/domain/calendar/clock-time'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'

/** R8.11.22 14:05, for a narrow column: it breaks between the day and the time. */
export function ShortMoment({ at }: { at: string }) {
  const moment = new Date(at)
  return (
    <span className="figures whitespace-normal">
      <span className="whitespace-nowrap">{formatLocalDateShort(localDateInTokyo(moment))}</span> <span className="whitespace-nowrap">{clockTimeInTokyo(moment)}</span>
    </span>
  )
}
