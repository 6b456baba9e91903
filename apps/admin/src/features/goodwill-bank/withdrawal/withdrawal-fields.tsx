import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { recipientUnitNames, recipientUnits, withdrawalWayNames, withdrawalWays } from '@sasaeai/domain/goodwill-bank/withdrawal/withdrawal-way'
import type { SelectOption } from '@sasaeai/ui/select-field'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useQuery } from '@tanstack/react-query'
import type { UseFormRegisterReturn } from 'react-hook-form'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { useGround } from '../../ledger/use-ground.ts'

/** The fields that both forms of 払出 have. */
type WithdrawalField = 'withdrawnOn' | 'purposeId' | 'way' | 'recipientUnit' | 'recipients' | 'reliefClassId' | 'areaId' | 'committeeId'

interface WithdrawalFieldsProps {
  readonly register: (field: WithdrawalField) => UseFormRegisterReturn
  readonly errorOf: ErrorOf
  readonly purposes: readonly SelectOption[]
  readonly needsCommittee: boolean
}

/** To how many of which class, in which 校区, decided by whom. There is no field for a name. */
export function WithdrawalFields({ register, errorOf, purposes, needsCommittee }: WithdrawalFieldsProps) {
  const today = useToday()
  const fiscalYear = useFiscalYearInView()
  const committees = useQuery(trpc.grant.committee.list.queryOptions({ fiscalYear }))
  const classes = useQuery(trpc.grant.reliefClass.list.queryOptions())
  const ground = useGround()
  // No finer than a 校区: an association is so small that the class alone may tell who it was.
  const districts = [...(ground.data?.areas ?? [])].filter(([, { level, isClosed }]) => level === 1 && !isClosed).map(([value, { code, name }]) => ({ value, label: `${code} ${name}` }))
  const usable = (classes.data ?? []).filter(({ closedOn }) => closedOn === null).map((each) => ({ value: each.id, label: each.name }))
  const meetings = (committees.data ?? []).map((each) => ({ value: each.committeeId, label: `${formatLocalDateShort(each.heldOn)} ${each.name}` }))
  return (
    <>
      <DateField label="払出日" requirement="required" id="withdrawnOn" read={(text) => readTypedDate(text, { today })} defaultValue={formatLocalDateShort(today)}
        error={errorOf('withdrawnOn')} {...register('withdrawnOn')} />
      <SelectField key={purposes.length} label="目的" requirement="required" id="purposeId" emptyLabel="選んでください" options={purposes} error={errorOf('purposeId')} {...register('purposeId')} />
      <SelectField label="方法" requirement="required" id="way" options={withdrawalWays.map((value) => ({ value, label: withdrawalWayNames[value] }))} error={errorOf('way')} {...register('way')} />
      <TextField label="対象の数" requirement="required" id="recipients" width="tiny" inputMode="numeric" autoComplete="off" support="受け取った世帯・人・団体の数です。名前は記録しません。"
        error={errorOf('recipients')} {...register('recipients')} />
      <SelectField label="数え方" requirement="required" id="recipientUnit" width="short" options={recipientUnits.map((value) => ({ value, label: recipientUnitNames[value] }))}
        error={errorOf('recipientUnit')} {...register('recipientUnit')} />
      <SelectField key={`class${usable.length}`} label="対象区分" requirement="optional" id="reliefClassId" emptyLabel="分けない" options={usable} error={errorOf('reliefClassId')} {...register('reliefClassId')} />
      <SelectField key={`area${districts.length}`} label="校区" requirement="optional" id="areaId" emptyLabel="分けない" options={districts} error={errorOf('areaId')} {...register('areaId')} />
      <SelectField key={`committee${meetings.length}`} label="決定した委員会" requirement={needsCommittee ? 'required' : 'optional'} id="committeeId" emptyLabel={needsCommittee ? '選んでください' : 'なし'}
        options={meetings} support="開催日と議事録は「助成」の「配分委員会」に登録したものから選びます。" error={errorOf('committeeId')} {...register('committeeId')} />
    </>
  )
}
