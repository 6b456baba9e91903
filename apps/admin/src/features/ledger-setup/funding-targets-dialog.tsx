import { zodResolver } from '@hookform/resolvers/zod'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AreaId } from '@sasaeai/domain/ids'
import type { TargetLine } from '@sasaeai/domain/ledger/target-lines'
import { optionalTypedYen } from '@sasaeai/domain/money/typed-yen'
import { formatYen, type Yen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { FormDialog } from '../../app/form-dialog.tsx'
import { readTypedAmount } from '../../app/read-typed.ts'
import { trpc } from '../../app/trpc.ts'

const typedSchema = z.object({ amounts: z.array(optionalTypedYen) })

interface FundingTargetsDialogProps {
  readonly year: FiscalYear
  readonly areaId: AreaId | null
  readonly lines: readonly TargetLine[]
  readonly onClose: () => void
}

/** All targets of a year and scope in one form: they belong together and are saved together. */
export function FundingTargetsDialog({ year, areaId, lines, onClose }: FundingTargetsDialogProps) {
  const save = useMutation(trpc.ledgerSetup.target.save.mutationOptions())
  const amounts = lines.map(({ targetYen }) => (targetYen === null ? '' : formatYen(targetYen)))
  const form = useForm<z.input<typeof typedSchema>, unknown, { amounts: (Yen | null)[] }>({
    resolver: zodResolver(typedSchema),
    defaultValues: { amounts },
    shouldFocusError: false,
  })
  const targetsOf = (typed: (Yen | null)[]) =>
    lines.map(({ fundingSourceId }, index) => ({ fundingSourceId, targetYen: typed[index] ?? null }))
  return (
    <FormDialog
      title={`${formatFiscalYear(year)}の目標額`}
      form={form}
      save={(typed) => save.mutateAsync({ fiscalYear: year, areaId, targets: targetsOf(typed.amounts) })}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <p className="text-ink-sub">目標を決めない財源は空けておきます。</p>
          {lines.map((line, index) => (
            <AmountField key={line.fundingSourceId} label={line.name} id={`amounts.${index}`} read={readTypedAmount}
              defaultValue={amounts[index]} error={errorOf(`amounts.${index}`)} {...form.register(`amounts.${index}`)} />
          ))}
        </>
      )}
    </FormDialog>
  )
}
