import { localDate, type LocalDate } from '@sasaeai/domain/calendar/local-date'

/** A civil date as Prisma stores it in a DATE column: midnight UTC, whose day PostgreSQL keeps. */
export function toDateColumn(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`)
}

/** The civil date of a DATE column as Prisma reads it. */
export function fromDateColumn(column: Date): LocalDate {
  return localDate(column.toISOString().slice(0, 10))
}

/** The same for a column that may be empty: `closed_on` of what is still in use. */
export function fromNullableDateColumn(column: Date | null): LocalDate | null {
  return column === null ? null : fromDateColumn(column)
}
