import { zodResolver } from '@hookform/resolvers/zod'
import type { DuesRequestId } from '@sasaeai/domain/ids'
import { expectedDuesYen } from '@sasaeai/domain/membership-dues/request/expected-dues'
import { type DuesAdjustment, typedDuesAdjustmentSchema } from '@sasaeai/domain/membership-dues/request/typed-dues-adjustment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedAmount } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { payerName } from './dues-line-columns.tsx'
import type { DuesLine } from './dues-lines.tsx'
import { guideText } from './dues-request-words.ts'
import type { DuesRequestOfKind } from './dues-requests-page.tsx'

interface AdjustLineDialogProps extends DialogTurns {
  readonly kind: DuesRequestOfKind
  readonly requestId: DuesRequestId
  /** As it was when the dialog opened: its revision goes with what is saved. */
  readonly line: DuesLine
}

type Typed = z.input<ReturnType<typeof typedDuesAdjustmentSchema>>

/** Says what one payer is asked for, and why. The line keeps its number and is left alone by later preparations. */
export function AdjustLineDialog({ kind, requestId, line, ...turns }: AdjustLineDialogProps) {
  const adjust = useMutation(trpc.membershipDues.request.adjust.mutationOptions())
  // The terms that the line was written by: those of the year may have gone since.
  const terms = { unit: kind.terms?.unit ?? 'free', unitYen: line.unitYen }
  const schema = typedDuesAdjustmentSchema(terms)
  const [initial] = useState(() => typedOfLine(line, expectedDuesYen(terms, line) === line.expectedYen))
  const form = useForm<Typed, unknown, DuesAdjustment>({
    resolver: zodResolver(schema),
    defaultValues: initial,
    shouldFocusError: false,
  })
  // What the amount will be when its own field is left empty.
  const [households, units] = useWatch({ control: form.control, name: ['households', 'units'] })
  const byTerms = schema.safeParse({ households, units, expectedYen: '', reason: '計算' }).data?.expectedYen
  const send = (adjustment: DuesAdjustment) =>
    adjust.mutateAsync({ ...adjustment, requestId, payerKey: line.payerKey, revision: line.revision })
  return (
    <FormDialog title={`${payerName(line)}の目安額を直す`} form={form} save={send} done="目安額を直しました" {...turns}>
      {(errorOf) => (
        <>
          <p>
            {`いまは${countedText(line)}${formatYen(line.expectedYen)}円です（${guideText(terms)}）。`}
            {line.slipNumber !== null && '納入番号は変わりません。'}
          </p>
          {line.households !== null && (
            <TextField label="世帯数" id="households" width="short" unit="世帯" inputMode="numeric" error={errorOf('households')} {...form.register('households')} />
          )}
          {line.units !== null && (
            <TextField label="口数" id="units" width="short" unit="口" inputMode="numeric" error={errorOf('units')} {...form.register('units')} />
          )}
          <AmountField label="目安額" requirement="optional" id="expectedYen" support={`空けておくと、${guideText(terms)}で計算します${byTerms === undefined ? '' : `（${formatYen(byTerms)}円）`}。`}
            defaultValue={initial.expectedYen} read={readTypedAmount} error={errorOf('expectedYen')} {...form.register('expectedYen')} />
          <TextAreaField label="直す理由" requirement="required" id="reason" support="一覧と監査ログに残ります。例：空き家の分を除いた"
            error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}

function typedOfLine({ households, units, expectedYen, adjustmentReason }: DuesLine, isByTerms: boolean): Typed {
  return {
    households: households === null ? '' : groupDigits(households),
    units: units === null ? '' : groupDigits(units),
    expectedYen: isByTerms ? '' : formatYen(expectedYen),
    reason: adjustmentReason,
  }
}

function countedText({ households, units }: DuesLine): string {
  if (households !== null) return `${groupDigits(households)}世帯、`
  return units === null ? '' : `${groupDigits(units)}口、`
}
