import { acknowledgmentConsentNames, acknowledgmentConsents } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-consent'
import { supporterIdSchema } from '@sasaeai/domain/id-schemas'
import { acknowledgmentNames } from '@sasaeai/domain/supporter/acknowledgment'
import type { TypedGift } from '@sasaeai/domain/donation/gift/typed-gift'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { skipToken, useQuery } from '@tanstack/react-query'
import { trpc } from '../../../app/trpc.ts'
import type { GiftFieldsProps } from './gift-fields-props.ts'

type FieldsProps = Pick<GiftFieldsProps, 'typed' | 'onChange' | 'errorOf'>
type WordField = 'deceasedName' | 'mournerName' | 'relationship' | 'occasion' | 'staff' | 'printedName' | 'note'

/** What only some kinds of gift have: the deceased of 香典返し, the occasion of a celebration or an event. */
export function KindFields(props: FieldsProps) {
  const { kind } = props.typed
  if (kind === 'memorial') {
    return (
      <>
        <Words {...props} field="deceasedName" label="故人" />
        <Words {...props} field="mournerName" label="喪主" />
        <Words {...props} field="relationship" label="続柄" support="喪主から見た故人の続柄です。例：父" />
      </>
    )
  }
  if (kind === 'celebration') return <Words {...props} field="occasion" label="お祝いの内容" support="例：結婚、快気、叙勲" />
  return kind === 'event' ? <Words {...props} field="occasion" label="行事の名前" support="例：商店街バザー" /> : null
}

/** 芳名: what may be printed of this gift, asked every time anew. */
export function ConsentFields(props: FieldsProps) {
  const { typed, onChange, errorOf } = props
  return (
    <>
      <RadioGroupField label="芳名の掲載" requirement="required" id="consent" name="consent" isRow defaultValue={typed.consent}
        support={`社協だよりなどに載せてよいかを、寄附のたびに確かめます。領収書の宛名とは別です。${useUsualWish(typed.supporterId)}`}
        options={acknowledgmentConsents.map((value) => ({ value, label: acknowledgmentConsentNames[value] }))}
        error={errorOf('consent')} onChange={(event) => onChange({ consent: event.currentTarget.value })} />
      {(typed.consent === 'named' || typed.consent === 'amount_hidden') && (
        <Words {...props} field="printedName" label="掲載名" support="寄附者の名前と違うときだけ入力します。例：故 支援太郎 ご遺族" />
      )}
    </>
  )
}

/** What is recorded of the giver as their usual wish: said beside the question, never taken for the answer. */
function useUsualWish(supporterId: string): string {
  const known = supporterIdSchema.safeParse(supporterId)
  const supporter = useQuery(trpc.supporter.get.queryOptions(known.success ? { supporterId: known.data } : skipToken))
  const usual = supporter.data?.acknowledgment
  return known.success && usual != null ? `この方のふだんのご希望：${acknowledgmentNames[usual]}。` : ''
}

/** How it came about, for the office itself. */
export function ChannelFields(props: FieldsProps) {
  const { typed, onChange, errorOf } = props
  const channels = useQuery(trpc.donation.channel.list.queryOptions())
  const options = (channels.data ?? []).filter(({ id, closedOn }) => closedOn === null || id === typed.channelId)
  return (
    <>
      <SelectField label="きっかけ" requirement="optional" id="channelId" emptyLabel="わからない" value={typed.channelId}
        options={options.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))} error={errorOf('channelId')}
        onChange={(event) => onChange({ channelId: event.currentTarget.value })} />
      <Words {...props} field="staff" label="担当" support="寄附につながる働きかけをした職員・役員の名前です。" />
      <Words {...props} field="note" label="備考" support="マイナンバーは書かないでください。" />
    </>
  )
}

function Words({ typed, onChange, errorOf, field, label, support }: FieldsProps & { field: WordField; label: string; support?: string }) {
  const change = (value: string): Partial<TypedGift> => ({ [field]: value })
  return (
    <TextField label={label} requirement="optional" id={field} support={support} autoComplete="off" defaultValue={typed[field]} error={errorOf(field)}
      onChange={(event) => onChange(change(event.currentTarget.value))} />
  )
}
