import { zodResolver } from '@hookform/resolvers/zod'
import { optionalTypedHouseholds } from '@sasaeai/domain/area/typed-households'
import { type HouseholdBasis, householdBases, householdBasisNames } from '@sasaeai/domain/area/household-basis'
import { firstDayOf, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { DateField } from '@sasaeai/ui/date-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { FormDialog } from '../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../app/read-typed.ts'
import { trpc } from '../../app/trpc.ts'
import type { ListedArea, ListedHouseholds } from './area-tree.ts'

interface HouseholdsDialogProps {
  readonly area: ListedArea
  readonly year: FiscalYear
  readonly own: readonly ListedHouseholds[]
  readonly onClose: () => void
}

function typedSchemaFor(year: FiscalYear) {
  const asOf = typedDateSchema({ today: today(), fiscalYear: year })
  return z.object({ counts: z.array(z.object({ households: optionalTypedHouseholds, asOf })) })
}

type Typed = z.output<ReturnType<typeof typedSchemaFor>>

/** The households of an area in a year; an emptied number is taken away. */
export function HouseholdsDialog({ area, year, own, onClose }: HouseholdsDialogProps) {
  const save = useMutation(trpc.area.saveHouseholds.mutationOptions())
  const counts = householdBases.map((basis) => typedCount(own.find((count) => count.basis === basis), year))
  const form = useForm<z.input<ReturnType<typeof typedSchemaFor>>, unknown, Typed>({
    resolver: zodResolver(typedSchemaFor(year)),
    defaultValues: { counts },
    shouldFocusError: false,
  })
  const send = (typed: Typed) =>
    save.mutateAsync({ areaId: area.areaId, fiscalYear: year, counts: householdBases.map((basis, index) => recorded(basis, typed.counts[index])) })
  return (
    <FormDialog title={`${area.name}の${formatFiscalYear(year)}の世帯数`} form={form} save={send} onClose={onClose}>
      {(errorOf) =>
        householdBases.map((basis, index) => (
          <fieldset key={basis} className="flex flex-wrap items-start gap-6">
            <legend className="mb-2 font-bold">{householdBasisNames[basis]}</legend>
            <TextField label="世帯数" id={`counts.${index}.households`} width="short" unit="世帯" inputMode="numeric"
              support="わからなければ空けておきます。" error={errorOf(`counts.${index}.households`)}
              {...form.register(`counts.${index}.households`)} />
            <DateField label="基準日" id={`counts.${index}.asOf`} support="いつの時点の数か。例：R8.4.1"
              defaultValue={counts[index]?.asOf} read={(text) => readTypedDate(text, { today: today(), fiscalYear: year })}
              error={errorOf(`counts.${index}.asOf`)} {...form.register(`counts.${index}.asOf`)} />
          </fieldset>
        ))
      }
    </FormDialog>
  )
}

function typedCount(count: ListedHouseholds | undefined, year: FiscalYear) {
  return {
    households: count === undefined ? '' : count.households.toLocaleString('ja-JP'),
    asOf: formatLocalDateShort(count?.asOf ?? firstDayOf(year)),
  }
}

function recorded(basis: HouseholdBasis, typed: { households: number | null; asOf: LocalDate } | undefined) {
  const isTyped = typed !== undefined && typed.households !== null
  return { basis, recorded: isTyped ? { households: typed.households ?? 0, asOf: typed.asOf } : null }
}
