import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { supporterIdSchema } from '@sasaeai/domain/id-schemas'
import type { SupporterId } from '@sasaeai/domain/ids'
import { formatYen } from '@sasaeai/domain/money/yen'
import { SelectField } from '@sasaeai/ui/select-field'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../../app/trpc.ts'
import type { GiftFieldsProps } from './gift-fields-props.ts'

type FieldProps = Pick<GiftFieldsProps, 'typed' | 'onChange' | 'errorOf'>

/** 予約: which promised instalment the gift is, where its giver has promised any. */
export function InstalmentField(props: FieldProps) {
  const supporterId = supporterIdSchema.safeParse(props.typed.supporterId)
  return supporterId.success ? <InstalmentChoice {...props} supporterId={supporterId.data} /> : null
}

function InstalmentChoice({ typed, onChange, errorOf, supporterId }: FieldProps & { supporterId: SupporterId }) {
  const pledges = useQuery(trpc.donation.pledge.ofSupporter.queryOptions({ supporterId }))
  const open = (pledges.data ?? []).flatMap(({ instalments, fundName }) =>
    instalments
      .filter(({ instalmentId, plannedYen, receivedYen }) => receivedYen < plannedYen || instalmentId === typed.instalmentId)
      .map(({ instalmentId, sequence, plannedOn, plannedYen }) => ({
        value: instalmentId, label: `${sequence}回目 ${formatLocalDateShort(plannedOn)} ${formatYen(plannedYen)}円${fundName === null ? '' : ` ${fundName}`}`,
      })),
  )
  if (open.length === 0) return null
  return (
    <SelectField label="予約の分割" requirement="optional" id="instalmentId" emptyLabel="予約とは別の寄附" support="この方には寄附の予約があります。" width="long"
      value={typed.instalmentId} options={open} error={errorOf('instalmentId')} onChange={(event) => onChange({ instalmentId: event.currentTarget.value })} />
  )
}
