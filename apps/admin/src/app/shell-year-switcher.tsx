import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { YearSwitcher } from '@sasaeai/ui/year-switcher'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useFiscalYearInView } from './fiscal-year-in-view.ts'
import { openedYears } from './shell-queries.ts'

/** 年度の切り替え: among the years that the council has opened, the newest first. */
export function ShellYearSwitcher() {
  const years = useQuery(openedYears())
  const inView = useFiscalYearInView()
  const navigate = useNavigate()
  if (years.data === undefined) return null
  const opened = years.data.map(({ year }) => year)
  // A year that has not been opened can stand in an address; the list must still show where the reader is.
  const choices = opened.includes(inView) ? opened : [inView, ...opened]
  return (
    <YearSwitcher
      years={choices.map((year) => ({ value: String(year), label: formatFiscalYear(year) }))}
      value={String(inView)}
      onChange={(value) =>
        void navigate({ to: '.', search: (search) => ({ ...search, fiscalYear: fiscalYear(Number(value)) }) })
      }
    />
  )
}
