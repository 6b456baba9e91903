import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { journalEntryIdSchema } from '@sasaeai/domain/id-schemas'
import type { Contribution } from '@sasaeai/domain/ledger/contribution'
import { typedCorrectionSchema } from '@sasaeai/domain/ledger/reversal'
import { typedOf } from '@sasaeai/domain/ledger/typed-contribution'
import { DateField } from '@sasaeai/ui/date-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import { FormDialog } from '../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../app/read-typed.ts'
import { trpc } from '../../app/trpc.ts'
import { ContributionFields } from './contribution-fields.tsx'
import { CorrectionPreview } from './correction-preview.tsx'
import type { Entry } from './entry.ts'
import type { LedgerGround } from './use-ground.ts'

interface CorrectEntryDialogProps {
  readonly entry: Entry
  readonly contribution: Contribution
  readonly ground: LedgerGround
  readonly onClose: () => void
}

/** 訂正: the entry in a form, put right; below it the two entries that will be added to the books. */
export function CorrectEntryDialog({ entry, contribution, ground, onClose }: CorrectEntryDialogProps) {
  const correct = useMutation(trpc.ledger.correct.mutationOptions())
  const initial = typedOf(contribution)
  const form = useForm({
    resolver: zodResolver(typedCorrectionSchema({ today: today() })),
    defaultValues: { reversalDate: formatLocalDateShort(today()), reason: '', contribution: initial },
    shouldFocusError: false,
  })
  const sourceId = useWatch({ control: form.control, name: 'contribution.fundingSourceId' })
  const payer = entry.payer === null ? null : { id: entry.payer.id, label: entry.payer.name, detail: String(entry.payer.number) }
  return (
    <FormDialog
      title={`伝票 ${entry.entryNumber}番を訂正する`}
      form={form}
      saveLabel="訂正を記帳する"
      done={`伝票 ${entry.entryNumber}番を訂正しました`}
      save={(typed) => correct.mutateAsync({ ...typed, entryId: journalEntryIdSchema.parse(entry.id) })}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <p>正しい内容に直してください。元の伝票は消えず、赤伝と黒伝が加わります。</p>
          <ContributionFields
            ground={ground}
            initial={initial}
            initialSupporter={payer}
            register={(name, options) => form.register(`contribution.${name}`, options)}
            setValue={(name, value) => form.setValue(`contribution.${name}`, value)}
            sourceId={sourceId}
            idOf={(name) => `contribution.${name}`}
            errorOf={errorOf}
          />
          <DateField label="取消（赤伝）の日付" requirement="required" id="reversalDate" read={readTypedDate}
            support="締めていない月の日付にします。" error={errorOf('reversalDate')}
            defaultValue={formatLocalDateShort(today())} {...form.register('reversalDate')} />
          <TextField label="訂正の理由" requirement="required" id="reason" support="帳簿に残ります。例：金額の入力誤り"
            error={errorOf('reason')} {...form.register('reason')} />
          <CorrectionPreview entry={entry} control={form.control} ground={ground} />
        </>
      )}
    </FormDialog>
  )
}
