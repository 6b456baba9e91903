import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { useState } from 'react'

/** The civil date in Tokyo when the page was opened: a form that is open over midnight keeps the day it shows. */
export function useToday(): LocalDate {
  const [today] = useState(() => localDateInTokyo(new Date()))
  return today
}
