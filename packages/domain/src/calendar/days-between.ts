import type { LocalDate } from './local-date.ts'

const millisOfDay = 86_400_000

/** How many days lie from one date to another: 1 to the next day, negative to a day before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisOfDay
}
