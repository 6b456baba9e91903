import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { parseDate } from '@sasaeai/domain/calendar/parse-date'
import { DateField } from '@sasaeai/ui/date-field'
import { readTypedDate, today } from './read-typed.ts'

/** A day of a filter that may be left empty; what cannot be read is told below the field and changes nothing. */
export function DayField({ label, id, day, onChange }: { label: string; id: string; day: LocalDate | undefined; onChange: (day: LocalDate | undefined) => void }) {
  return (
    <DateField key={day ?? ''} label={label} id={id} read={readTypedDate} defaultValue={day === undefined ? '' : formatLocalDateShort(day)}
      onBlur={({ currentTarget: { value } }) => {
        const read = parseDate(value, { today: today() })
        if (read.ok ? read.date !== day : value.trim() === '' && day !== undefined) onChange(read.ok ? read.date : undefined)
      }} />
  )
}
