import { zodResolver } from '@hookform/resolvers/zod'
import { acknowledgmentConsentNames, acknowledgmentConsents } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-consent'
import { type DonationDetails, donationDetailsSchema, hasOccasion } from '@sasaeai/domain/donation/gift/donation-details'
import { donationKindNames, donationKinds } from '@sasaeai/domain/donation/gift/donation-kind'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import type { GiftAnswer } from './gift-page.tsx'

/** Completes a gift, or puts right what is known of it. What is in the books is put right by 訂正. */
export function DonationDialog({ gift, ...turns }: DialogTurns & { readonly gift: GiftAnswer }) {
  const save = useMutation(trpc.donation.gift.save.mutationOptions())
  const channels = useQuery(trpc.donation.channel.list.queryOptions())
  const { details } = gift
  const form = useForm<z.input<typeof donationDetailsSchema>, unknown, DonationDetails>({
    resolver: zodResolver(donationDetailsSchema),
    defaultValues: details ?? { kind: gift.kind, channelId: null, instalmentId: null },
    shouldFocusError: false,
  })
  const kind = useWatch({ control: form.control, name: 'kind' })
  const { register } = form
  return (
    <FormDialog title="寄附の内容" form={form} {...turns}
      save={(known) => save.mutateAsync({ entryId: gift.entryId, revision: details?.revision ?? null, details: known })}>
      {(errorOf) => (
        <>
          <SelectField label="種類" requirement="required" id="kind" error={errorOf('kind')} {...register('kind')}
            options={donationKinds.filter((value) => (value === 'in_kind') === (gift.kind === 'in_kind')).map((value) => ({ value, label: donationKindNames[value] }))} />
          {kind === 'memorial' && (
            <>
              <TextField label="故人" requirement="optional" id="deceasedName" error={errorOf('deceasedName')} {...register('deceasedName')} />
              <TextField label="喪主" requirement="optional" id="mournerName" error={errorOf('mournerName')} {...register('mournerName')} />
              <TextField label="続柄" requirement="optional" id="relationship" support="喪主から見た故人の続柄です。例：父" error={errorOf('relationship')} {...register('relationship')} />
            </>
          )}
          {hasOccasion(kind) && <TextField label="お祝い・行事" requirement="optional" id="occasion" error={errorOf('occasion')} {...register('occasion')} />}
          {kind === 'in_kind' && <TextField label="品名・数量" requirement="optional" id="goods" error={errorOf('goods')} {...register('goods')} />}
          <SelectField label="芳名の掲載" requirement="required" id="consent" options={acknowledgmentConsents.map((value) => ({ value, label: acknowledgmentConsentNames[value] }))}
            error={errorOf('consent')} {...register('consent')} />
          <TextField label="掲載名" requirement="optional" id="printedName" support="寄附者の名前と違うときだけ入力します。" error={errorOf('printedName')} {...register('printedName')} />
          <SelectField label="きっかけ" requirement="optional" id="channelId" emptyLabel="わからない" options={(channels.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            error={errorOf('channelId')} {...register('channelId', { setValueAs: (value: string | null) => (value === '' ? null : value) })} />
          <TextField label="担当" requirement="optional" id="staff" error={errorOf('staff')} {...register('staff')} />
          <TextAreaField label="備考" requirement="optional" id="note" support="マイナンバーは書かないでください。" error={errorOf('note')} {...register('note')} />
        </>
      )}
    </FormDialog>
  )
}
