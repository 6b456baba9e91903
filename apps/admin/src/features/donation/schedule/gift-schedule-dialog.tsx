import { zodResolver } from '@hookform/resolvers/zod'
import { type GiftScheduleDetails, typedGiftScheduleSchema } from '@sasaeai/domain/donation/schedule/gift-schedule-input'
import { giftSectionAccounts, giftSectionNames, giftSections } from '@sasaeai/domain/donation/schedule/gift-section'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { formatYen } from '@sasaeai/domain/money/yen'
import { donorAttributeNames, donorAttributes } from '@sasaeai/domain/supporter/donor-attribute'
import { AmountField } from '@sasaeai/ui/amount-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedAmount } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import type { GiftScheduleAnswer } from './gift-schedule-section.tsx'

interface GiftScheduleDialogProps extends DialogTurns {
  readonly entryId: JournalEntryId
  readonly schedule: GiftScheduleAnswer
}

/** Says where 寄附金収益明細書 counts a gift. The books stay as they are. */
export function GiftScheduleDialog({ entryId, schedule: { registeredAttribute, notes }, ...turns }: GiftScheduleDialogProps) {
  const save = useMutation(trpc.donation.schedule.save.mutationOptions())
  const [note] = notes
  const capitalYen = note === undefined || note.capitalYen === 0 ? '' : formatYen(note.capitalYen)
  const form = useForm<z.input<typeof typedGiftScheduleSchema>, unknown, GiftScheduleDetails>({
    resolver: zodResolver(typedGiftScheduleSchema),
    defaultValues: { attribute: note?.attribute ?? '', section: note?.section ?? 'current', capitalYen },
    shouldFocusError: false,
  })
  const { register } = form
  return (
    <FormDialog title="寄附金収益明細書の区分" form={form} {...turns} save={(details) => save.mutateAsync({ entryId, replacesId: note?.id ?? null, details })}>
      {(errorOf) => (
        <>
          <SelectField label="寄附者の属性" requirement="optional" id="attribute" emptyLabel={`支援者の登録内容のとおり（${donorAttributeNames[registeredAttribute]}）`}
            support="この寄附だけ違うときに選びます。" options={donorAttributes.map((value) => ({ value, label: donorAttributeNames[value] }))} error={errorOf('attribute')} {...register('attribute')} />
          <SelectField label="区分" requirement="required" id="section" error={errorOf('section')}
            options={giftSections.map((value) => ({ value, label: `${giftSectionNames[value]}（${giftSectionAccounts[value]}）` }))} {...register('section')} />
          <AmountField label="うち基本金組入額" requirement="optional" id="capitalYen" read={readTypedAmount} defaultValue={capitalYen} error={errorOf('capitalYen')} {...register('capitalYen')} />
        </>
      )}
    </FormDialog>
  )
}
