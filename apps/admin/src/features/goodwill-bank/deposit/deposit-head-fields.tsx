import { depositRouteNames, depositRoutes } from '@sasaeai/domain/goodwill-bank/deposit/deposit-route'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { ComboBoxField } from '@sasaeai/ui/combo-box-field'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { readTypedDate } from '../../../app/read-typed.ts'
import { lookupSupporters } from '../../ledger/ground-options.ts'
import type { SheetPart } from './deposit-form.tsx'
import type { Purpose } from './new-deposit-page.tsx'

/** When, for what, by which way and from whom. */
export function DepositHeadFields({ purposes, typed, onChange, errorOf }: SheetPart & { readonly purposes: readonly Purpose[] }) {
  return (
    <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
      <DateField label="預託日" requirement="required" id="depositedOn" defaultValue={typed.depositedOn} read={readTypedDate} error={errorOf('depositedOn')}
        onChange={(event) => onChange({ depositedOn: event.currentTarget.value })} />
      <SelectField label="目的" requirement="required" id="purposeId" emptyLabel="選んでください" options={purposes.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        value={typed.purposeId} error={errorOf('purposeId')} onChange={(event) => onChange({ purposeId: event.currentTarget.value })} />
      <SelectField label="経路" requirement="required" id="route" width="short" options={depositRoutes.map((value) => ({ value, label: depositRouteNames[value] }))} value={typed.route}
        error={errorOf('route')} onChange={(event) => onChange({ route: event.currentTarget.value })} />
      <ComboBoxField label="預託者" requirement="optional" id="supporterId" width="medium" support="番号・名前・よみで探せます。匿名のときは空けます。"
        value={typed.supporterId === '' ? null : { id: typed.supporterId, label: typed.supporterName }} error={errorOf('supporterId')} load={lookupSupporters}
        onChange={(option) => onChange({ supporterId: option?.id ?? '', supporterName: option?.label ?? '' })} />
      <TextField label="会場・催し" requirement="optional" id="occasion" width="medium" support="例：市役所フードドライブ" defaultValue={typed.occasion} error={errorOf('occasion')}
        onChange={(event) => onChange({ occasion: event.currentTarget.value })} />
      <TextField label="備考" requirement="optional" id="note" width="medium" defaultValue={typed.note} error={errorOf('note')} onChange={(event) => onChange({ note: event.currentTarget.value })} />
      <CheckboxField className="lg:col-span-3" id="isSameDay" label="その日のうちに配る食品（数は残し、時価は記帳しない）" checked={typed.isSameDay} onChange={(event) => onChange({ isSameDay: event.currentTarget.checked })} />
    </div>
  )
}
