import { zodResolver } from '@hookform/resolvers/zod'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type SubsidyDetails, typedSubsidySchema } from '@sasaeai/domain/funding-indicator/statutory-paper/statutory-paper-input'
import type { SubsidySource } from '@sasaeai/domain/funding-indicator/statutory-paper/subsidy-schedule'
import { formatYen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedAmount } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'

interface SubsidyDialogProps extends DialogTurns {
  readonly source: SubsidySource
  readonly sources: readonly SubsidySource[]
  readonly fiscalYear: FiscalYear
}

/** Says how 別紙3③ prints a source from a year on. */
export function SubsidyDialog({ source, sources, fiscalYear, ...turns }: SubsidyDialogProps) {
  const save = useMutation(trpc.statutoryPaper.saveSubsidy.mutationOptions())
  const { sourceId, name, isListed, grantor, purpose, section, userIncomeSourceId, noteId } = source
  const reserveYen = source.reserveYen === 0 ? '' : formatYen(source.reserveYen)
  const form = useForm<z.input<typeof typedSubsidySchema>, unknown, SubsidyDetails>({
    resolver: zodResolver(typedSubsidySchema),
    defaultValues: { isListed, grantor, purpose, section, userIncomeSourceId: userIncomeSourceId ?? '', reserveYen },
    shouldFocusError: false,
  })
  const { register } = form
  return (
    <FormDialog title={`「${name}」の載せ方（${formatFiscalYear(fiscalYear)}から）`} form={form} {...turns}
      save={(details) => save.mutateAsync({ fiscalYear, sourceId, replacesId: noteId, details })}>
      {(errorOf) => (
        <>
          <CheckboxField label="補助金事業等収益明細書に載せる" id="isListed" {...register('isListed')} />
          <TextField label="交付団体" requirement="optional" id="grantor" support="例：ささえ市、○○県共同募金会" error={errorOf('grantor')} {...register('grantor')} />
          <TextField label="交付の目的" requirement="optional" id="purpose" support="例：地域福祉活動推進事業補助金" error={errorOf('purpose')} {...register('purpose')} />
          <TextField label="区分" requirement="optional" id="section" support="空けておくと科目の名前になります。" error={errorOf('section')} {...register('section')} />
          <SelectField label="利用者からの収益の財源" requirement="optional" id="userIncomeSourceId" emptyLabel="ありません" error={errorOf('userIncomeSourceId')}
            support="補助金事業に係る利用者からの収益を記帳している財源です。" options={sources.filter((each) => each.sourceId !== sourceId).map((each) => ({ value: each.sourceId, label: each.name }))}
            {...register('userIncomeSourceId')} />
          <AmountField label="国庫補助金等特別積立金積立額" requirement="optional" id="reserveYen" read={readTypedAmount} defaultValue={reserveYen}
            support={`${formatFiscalYear(fiscalYear)}の額です。次の年度には引き継ぎません。`} error={errorOf('reserveYen')} {...register('reserveYen')} />
        </>
      )}
    </FormDialog>
  )
}
