import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { donationKindNames, donationKinds } from '@sasaeai/domain/donation/gift/donation-kind'
import { typedPledgeSchema } from '@sasaeai/domain/donation/pledge/pledge-input'
import { id } from '@sasaeai/domain/ids'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { newId } from '../../../app/new-id.ts'
import { readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { usableOptions } from '../../ledger/ground-options.ts'
import { type LedgerGround, useGround } from '../../ledger/use-ground.ts'
import { SupporterChoice } from '../../membership-dues/payer/supporter-choice.tsx'
import { PlanFields } from './plan-fields.tsx'

/** 予約の登録: who promised what, and the days that it is planned for. */
export function NewPledgeDialog({ onClose }: { onClose: () => void }) {
  const ground = useGround()
  return ground.data === undefined ? null : <PledgeForm ground={ground.data} onClose={onClose} />
}

function PledgeForm({ ground, onClose }: { ground: LedgerGround; onClose: () => void }) {
  const create = useMutation(trpc.donation.pledge.create.mutationOptions())
  const channels = useQuery(trpc.donation.channel.list.queryOptions())
  const today = useToday()
  // Made with the form: sent again, it is one promise.
  const [pledgeId] = useState(() => id<'PledgeId'>(newId()))
  const sources = new Map([...ground.sources].filter(([, { category }]) => category === 'donation'))
  const day = formatLocalDateShort(today)
  const form = useForm({
    resolver: zodResolver(typedPledgeSchema({ today })),
    defaultValues: {
      supporterId: '', pledgedOn: day,
      details: { kind: 'monthly' as const, fundingSourceId: String([...sources.keys()][0] ?? ''), fundId: '', channelId: '', staff: '', note: '' },
      plan: { firstOn: day, rhythm: 'monthly' as const, times: '12', amountYen: '', amountIs: 'each' as const },
    },
    shouldFocusError: false,
  })
  const { register } = form
  return (
    <FormDialog title="予約の登録" form={form} saveLabel="登録する" done="予約を登録しました" onClose={onClose} save={(pledge) => create.mutateAsync({ pledgeId, ...pledge })}>
      {(errorOf) => (
        <>
          <SupporterChoice initial={null} error={errorOf('supporterId')} onChoose={(supporterId) => form.setValue('supporterId', supporterId ?? '')} />
          <DateField label="申込日" requirement="required" id="pledgedOn" read={readTypedDate} defaultValue={day} error={errorOf('pledgedOn')} {...register('pledgedOn')} />
          <SelectField label="種類" requirement="required" id="details.kind" error={errorOf('details.kind')} {...register('details.kind')}
            options={donationKinds.filter((kind) => kind !== 'in_kind').map((value) => ({ value, label: donationKindNames[value] }))} />
          {sources.size > 1 && (
            <SelectField label="財源" requirement="required" id="details.fundingSourceId" options={usableOptions(sources)} error={errorOf('details.fundingSourceId')} {...register('details.fundingSourceId')} />
          )}
          <SelectField label="使いみち" requirement="optional" id="details.fundId" emptyLabel="社協におまかせ" options={usableOptions(ground.funds)} error={errorOf('details.fundId')} {...register('details.fundId')} />
          <PlanFields register={register} errorOf={errorOf} firstOn={day} />
          <SelectField label="きっかけ" requirement="optional" id="details.channelId" emptyLabel="わからない" error={errorOf('details.channelId')} {...register('details.channelId')}
            options={(channels.data ?? []).filter(({ closedOn }) => closedOn === null).map(({ id: value, name }) => ({ value, label: name }))} />
          <TextField label="担当" requirement="optional" id="details.staff" error={errorOf('details.staff')} {...register('details.staff')} />
          <TextAreaField label="備考" requirement="optional" id="details.note" error={errorOf('details.note')} {...register('details.note')} />
        </>
      )}
    </FormDialog>
  )
}
