import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { parseDate } from '@sasaeai/domain/calendar/parse-date'
import type { FundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import { Button } from '@sasaeai/ui/button'
import { DateField } from '@sasaeai/ui/date-field'
import type { FormEvent } from 'react'
import { readTypedDate, today } from '../../app/read-typed.ts'

interface CutFormProps {
  readonly cut: Pick<FundingCut, 'fiscalYear' | 'asOf'>
  /** Null asks for today. */
  readonly onChange: (asOf: LocalDate | null) => void
}

/** 基準日: until which day the year is counted. */
export function CutForm({ cut, onChange }: CutFormProps) {
  const context = { today: today(), fiscalYear: cut.fiscalYear }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('asOf')
    const date = parseDate(typeof typed === 'string' ? typed : '', context)
    if (date.ok) onChange(date.date)
  }
  return (
    <form onSubmit={submit} aria-label="基準日" className="flex flex-wrap items-end gap-2.5 print-hidden">
      <DateField
        key={cut.asOf}
        label="基準日"
        name="asOf"
        read={(text) => readTypedDate(text, context)}
        defaultValue={formatLocalDateShort(cut.asOf)}
      />
      <div className="mb-[1.7rem] flex gap-2.5">
        <Button type="submit">この日で見る</Button>
        <Button variant="quiet" onClick={() => onChange(null)}>
          今日
        </Button>
      </div>
    </form>
  )
}
