import { zodResolver } from '@hookform/resolvers/zod'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { DuesTermsDetails } from '@sasaeai/domain/membership-dues/terms/dues-terms-input'
import { areTermsSettled } from '@sasaeai/domain/membership-dues/terms/terms-change'
import { type TypedDuesTerms, typedDuesTermsSchema, typedOfTerms } from '@sasaeai/domain/membership-dues/terms/typed-dues-terms'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import type { DuesKindRow } from './dues-terms-columns.tsx'
import { DuesTermsFields } from './dues-terms-fields.tsx'

interface DuesTermsDialogProps extends DialogTurns {
  readonly year: FiscalYear
  /** The kind as it was when the dialog opened: its revision goes with what is saved. */
  readonly kind: DuesKindRow
}

/** What the form begins with where neither this year nor the one before has terms. */
const blank: TypedDuesTerms = {
  unit: 'unit',
  unitYen: '',
  payer: 'person',
  firstMonth: '4',
  lastMonth: '3',
  shareBackBasisPoints: '0',
  isDeductible: false,
  benefits: '',
}

/** What a fiscal year asks of a kind of membership. */
export function DuesTermsDialog({ year, kind, ...turns }: DuesTermsDialogProps) {
  const save = useMutation(trpc.membershipDues.terms.save.mutationOptions())
  const known = kind.terms ?? kind.lastYear
  const [initial] = useState(known === null ? blank : typedOfTerms(known))
  const form = useForm<TypedDuesTerms, unknown, DuesTermsDetails>({
    resolver: zodResolver(typedDuesTermsSchema),
    defaultValues: initial,
    shouldFocusError: false,
  })
  const send = (details: DuesTermsDetails) =>
    save.mutateAsync({ fiscalYear: year, duesKindId: kind.id, revision: kind.terms?.revision ?? null, details })
  return (
    <FormDialog title={`${kind.name}の${formatFiscalYear(year)}の条件`} form={form} save={send} {...turns}>
      {(errorOf) => (
        <DuesTermsFields
          {...{ form, initial, errorOf }}
          isSettled={kind.terms !== null && areTermsSettled(kind.use)}
          isTakenOver={kind.terms === null && kind.lastYear !== null}
        />
      )}
    </FormDialog>
  )
}
