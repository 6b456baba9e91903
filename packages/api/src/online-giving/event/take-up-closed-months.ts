import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { Deps } from '../../deps.ts'

/**
 * SQL: an event `e` found no open month, and there is one now that began after it, by the same rule (domain/online-giving/booking/booking-day).
 * `today` is the parameter that holds the day.
 */
export function hasMonthOpened(today: string): string {
  return `e.state = 'quarantined' AND e.reason = 'period_closed' AND EXISTS (
    SELECT 1 FROM fiscal_period m WHERE m.closed_at IS NULL AND m.first_day <= ${today}::date AND m.first_day >= date_trunc('month', e.created_at AT TIME ZONE 'Asia/Tokyo')::date)`
}

/** What found no open month waits again once there is one. */
export async function takeUpClosedMonths({ db, now }: Deps): Promise<void> {
  await db.pool.query({
    name: 'take_up_closed_months',
    text: `UPDATE gateway_event e SET state = 'waiting', due_at = $1 WHERE ${hasMonthOpened('$2')}`,
    values: [now(), localDateInTokyo(now())],
  })
}
