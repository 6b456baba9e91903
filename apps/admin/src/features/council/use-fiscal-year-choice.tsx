import { type FiscalYear, fiscalYearOf, fiscalYearSchema } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { YearSwitcher } from '@sasaeai/ui/year-switcher'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { today } from '../../app/read-typed.ts'
import { trpc } from '../../app/trpc.ts'

/** The fiscal year that a page of ground data is about, among those opened; the present one at first. */
export function useFiscalYearChoice(): { readonly year: FiscalYear | undefined; readonly switcher: ReactNode } {
  const years = useQuery(trpc.council.years.queryOptions())
  const [chosen, setChosen] = useState<FiscalYear>()
  const opened = years.data?.map((each) => each.year) ?? []
  const present = fiscalYearOf(today())
  const year = chosen ?? (opened.includes(present) ? present : opened[0])
  const switcher = year !== undefined && (
    <YearSwitcher
      years={opened.map((each) => ({ value: String(each), label: formatFiscalYear(each) }))}
      value={String(year)}
      onChange={(value) => setChosen(fiscalYearSchema.parse(Number(value)))}
    />
  )
  return { year, switcher }
}
