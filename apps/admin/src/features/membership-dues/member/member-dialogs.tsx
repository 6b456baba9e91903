import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import {
  areaOfRouteMissing,
  changeUnitsSchema,
  editMembershipSchema,
  leaveSchema,
  routeHasArea,
  routeSchema,
} from '@sasaeai/domain/membership-dues/member/membership-input'
import { DateField } from '@sasaeai/ui/date-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { RouteFields } from './joining-fields.tsx'

type OpenMember = RouterOutput['membershipDues']['member']['get']

interface MemberDialogProps extends DialogTurns {
  readonly member: OpenMember
}

const typedDay = typedDateSchema({ today: today() })
const unitsForm = changeUnitsSchema.omit({ membershipId: true, revision: true }).extend({ effectiveOn: typedDay })
const routeForm = routeSchema.refine(routeHasArea, areaOfRouteMissing)
const leavingForm = leaveSchema.omit({ membershipId: true, revision: true }).extend({ leftOn: typedDay })
const editForm = editMembershipSchema.omit({ membershipId: true, revision: true }).extend({ joinedOn: typedDay })

/** 口数の変更 from a day on. */
export function ChangeUnitsDialog({ member, ...turns }: MemberDialogProps) {
  const change = useMutation(trpc.membershipDues.member.changeUnits.mutationOptions())
  const day = formatLocalDateShort(today())
  const form = useForm({
    resolver: zodResolver(unitsForm),
    defaultValues: { effectiveOn: day, units: String(member.units[0]?.units ?? '') },
    shouldFocusError: false,
  })
  return (
    <FormDialog title={`「${member.name}」の口数を変える`} form={form} {...turns} done="口数を変えました"
      save={(typed) => change.mutateAsync({ ...typed, ...keyOf(member) })}>
      {(errorOf) => (
        <>
          <TextField label="新しい口数" requirement="required" id="units" width="tiny" unit="口" inputMode="numeric" autoComplete="off"
            error={errorOf('units')} {...form.register('units')} />
          <DateField label="いつから" requirement="required" id="effectiveOn" read={readTypedDate} defaultValue={day}
            support="この日から新しい口数になります。同じ日にもう一度変えると、その日の口数を直します。"
            error={errorOf('effectiveOn')} {...form.register('effectiveOn')} />
        </>
      )}
    </FormDialog>
  )
}

/** 経路の変更: directly, or through which 自治会. */
export function ChangeRouteDialog({ member, ...turns }: MemberDialogProps) {
  const change = useMutation(trpc.membershipDues.member.changeRoute.mutationOptions())
  const form = useForm({
    resolver: zodResolver(routeForm),
    defaultValues: { route: member.route, areaId: member.areaId },
    shouldFocusError: false,
  })
  const area = member.areaId === null ? null : { id: member.areaId, label: member.areaName ?? '' }
  return (
    <FormDialog title={`「${member.name}」の経路を変える`} form={form} {...turns} done="経路を変えました"
      save={(typed) => change.mutateAsync({ ...typed, ...keyOf(member) })}>
      {(errorOf) => (
        <>
          <p>これまでの納入の記録は変わりません。次に用意するお願いから、新しい経路になります。</p>
          <RouteFields register={(field) => form.register(field)} pathOf={(field) => field} errorOf={errorOf} route={member.route} area={area}
            setArea={(areaId) => form.setValue('areaId', areaId, { shouldDirty: true })} />
        </>
      )}
    </FormDialog>
  )
}

/** 退会 with its last day and its reason, in the words that the council uses. */
export function LeaveDialog({ member, ...turns }: MemberDialogProps) {
  const leave = useMutation(trpc.membershipDues.member.leave.mutationOptions())
  const reasons = useQuery(trpc.membershipDues.member.leavingReasons.queryOptions())
  const day = formatLocalDateShort(member.leftOn ?? today())
  const form = useForm({
    resolver: zodResolver(leavingForm),
    defaultValues: { leftOn: day, reason: member.leavingReason },
    shouldFocusError: false,
  })
  return (
    <FormDialog title={`「${member.name}」の退会を登録する`} form={form} {...turns} saveLabel="退会を登録する" done="退会を登録しました"
      save={(typed) => leave.mutateAsync({ ...typed, ...keyOf(member) })}>
      {(errorOf) => (
        <>
          <p>{member.duesKindName}の会員でなくなります。これまでの納入の記録は残り、あとから取り消せます。</p>
          <DateField label="会員である最後の日" requirement="required" id="leftOn" read={readTypedDate} support="例：R9.3.31" defaultValue={day}
            error={errorOf('leftOn')} {...form.register('leftOn')} />
          <TextField label="退会の理由" requirement="required" id="reason" list="leaving-reasons" autoComplete="off"
            support="これまでに使った言葉から選ぶか、自由に入力します。" error={errorOf('reason')} {...form.register('reason')} />
          <datalist id="leaving-reasons">
            {reasons.data?.map((reason) => <option key={reason} value={reason}>{reason}</option>)}
          </datalist>
        </>
      )}
    </FormDialog>
  )
}

/** 入会日と備考. */
export function EditMembershipDialog({ member, ...turns }: MemberDialogProps) {
  const edit = useMutation(trpc.membershipDues.member.edit.mutationOptions())
  const day = formatLocalDateShort(member.joinedOn)
  const form = useForm({ resolver: zodResolver(editForm), defaultValues: { joinedOn: day, note: member.note }, shouldFocusError: false })
  return (
    <FormDialog title={`「${member.name}」の入会日と備考を直す`} form={form} {...turns}
      save={(typed) => edit.mutateAsync({ ...typed, ...keyOf(member) })}>
      {(errorOf) => (
        <>
          <DateField label="入会日" requirement="required" id="joinedOn" read={readTypedDate} defaultValue={day} error={errorOf('joinedOn')}
            {...form.register('joinedOn')} />
          <TextAreaField label="備考" requirement="optional" id="note" error={errorOf('note')} {...form.register('note')} />
        </>
      )}
    </FormDialog>
  )
}

function keyOf({ membershipId, revision }: OpenMember) {
  return { membershipId, revision }
}
