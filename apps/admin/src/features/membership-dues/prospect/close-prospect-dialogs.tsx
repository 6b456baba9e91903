import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { areaOfRouteMissing, joiningSchema, type Joining, routeHasArea } from '@sasaeai/domain/membership-dues/member/membership-input'
import { declineProspectSchema } from '@sasaeai/domain/membership-dues/prospect/prospect-input'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useGround } from '../../ledger/use-ground.ts'
import { suggestionOf } from '../payer/dues-suggestion.ts'
import { JoiningFields } from '../member/joining-fields.tsx'
import type { BoardProspect } from './prospect-card.tsx'

const typedJoining = joiningSchema.extend({ joinedOn: typedDateSchema({ today: today() }) }).refine(routeHasArea, areaOfRouteMissing)
const decliningForm = declineProspectSchema.omit({ prospectId: true, revision: true })

interface CloseProspectProps extends DialogTurns {
  readonly prospect: BoardProspect
}

/** 入会: the prospect becomes a member. */
export function JoinProspectDialog({ prospect, ...turns }: CloseProspectProps) {
  const join = useMutation(trpc.membershipDues.prospect.join.mutationOptions())
  const ground = useGround()
  const year = useFiscalYearInView()
  const joinedOn = formatLocalDateShort(today())
  const form = useForm<z.input<typeof typedJoining>, unknown, Joining>({
    resolver: zodResolver(typedJoining),
    defaultValues: { route: 'direct', areaId: null, joinedOn, units: String(prospect.hopedUnits ?? 1), note: '' },
    shouldFocusError: false,
  })
  const { prospectId, revision } = prospect
  return (
    <FormDialog title={`「${prospect.name}」の入会を登録する`} form={form} {...turns} saveLabel="入会を登録する"
      done={`「${prospect.name}」が${prospect.duesKindName}の会員になりました`}
      save={(joining) => join.mutateAsync({ prospectId, revision, joining })}>
      {(errorOf) => (
        <JoiningFields register={(field) => form.register(field)} pathOf={(field) => field} errorOf={errorOf} joinedOn={joinedOn}
          setArea={(areaId) => form.setValue('areaId', areaId, { shouldDirty: true })}
          unitsSupport={suggestionOf(ground.data, prospect.duesKindId, year)} />
      )}
    </FormDialog>
  )
}

/** 見送り with its reason, so that nobody asks again too soon. */
export function DeclineProspectDialog({ prospect, ...turns }: CloseProspectProps) {
  const decline = useMutation(trpc.membershipDues.prospect.decline.mutationOptions())
  const form = useForm({ resolver: zodResolver(decliningForm), defaultValues: { reason: '' }, shouldFocusError: false })
  const { prospectId, revision, name } = prospect
  return (
    <FormDialog title={`「${name}」を見送る`} form={form} {...turns} saveLabel="見送る" done={`「${name}」を見送りにしました`}
      save={(typed) => decline.mutateAsync({ ...typed, prospectId, revision })}>
      {(errorOf) => (
        <>
          <p>一覧から外れます。「入会・見送りも表示する」でまた見られ、もう一度見込みに戻せます。</p>
          <TextField label="理由" requirement="optional" id="reason" support="例：今年度は見合わせ。来年4月にもう一度うかがう" autoComplete="off"
            error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}
