import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type DateContext, dateRefusalMessage, parseDate } from '@sasaeai/domain/calendar/parse-date'
import { amountRefusalMessage, parseAmount } from '@sasaeai/domain/money/parse-amount'
import { formatYen } from '@sasaeai/domain/money/yen'
import type { Echo } from '@sasaeai/ui/date-field'

/** Today in Tokyo, by the clock of this computer. */
export function today(): LocalDate {
  return localDateInTokyo(new Date())
}

/** What a DateField says back of a typed date. */
export function readTypedDate(text: string, context: DateContext = { today: today() }): Echo {
  const date = parseDate(text, context)
  return date.ok ? { ok: true, echo: formatLocalDate(date.date) } : { ok: false, message: dateRefusalMessage(date.reason) }
}

/** What an AmountField says back of a typed amount. */
export function readTypedAmount(text: string): Echo {
  const amount = parseAmount(text)
  return amount.ok
    ? { ok: true, echo: `${formatYen(amount.yen)}円` }
    : { ok: false, message: amountRefusalMessage(amount.reason) }
}
