import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { joinSchema, type JoinInput } from '@sasaeai/domain/membership-dues/member/membership-input'
import { Button } from '@sasaeai/ui/button'
import type { ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { FormSection } from '@sasaeai/ui/form-section'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { AppLinkButton } from '../../../app/app-link.tsx'
import { CommandForm } from '../../../app/command-form.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { usableOptions } from '../../ledger/ground-options.ts'
import { useGround } from '../../ledger/use-ground.ts'
import { suggestionOf } from '../payer/dues-suggestion.ts'
import { JoiningFields } from './joining-fields.tsx'
import { SupporterChoice } from '../payer/supporter-choice.tsx'

/** 入会: somebody becomes a member of a kind. */
export function NewMemberPage() {
  const { supporterId, duesKindId } = useSearch({ from: '/staff/dues/members/new' })
  const supporter = useQuery({ ...trpc.supporter.get.queryOptions({ supporterId: supporterId ?? '' }), enabled: supporterId !== undefined })
  if (supporter.isError) return <PageError reset={() => void supporter.refetch()} />
  const isKnown = supporterId === undefined || supporter.data !== undefined
  const chosen = supporter.data === undefined ? null : { id: supporter.data.supporterId, label: supporter.data.name, detail: String(supporter.data.number) }
  return (
    <>
      <PageHeader
        title="入会の登録"
        crumbs={[{ label: '会員', href: '/admin/dues/members' }, { label: '入会の登録' }]}
        description="退会したことのある支援者は、もう一度入会すると「再入会」として数えます。"
      />
      {isKnown ? <JoinForm key={supporterId} supporter={chosen} duesKindId={duesKindId ?? ''} /> : <LoadingSkeleton lines={8} />}
    </>
  )
}

const typedJoinSchema = joinSchema.safeExtend({ joinedOn: typedDateSchema({ today: today() }) })

interface JoinFormProps {
  readonly supporter: ComboBoxOption | null
  readonly duesKindId: string
}

function JoinForm({ supporter, duesKindId }: JoinFormProps) {
  const join = useMutation(trpc.membershipDues.member.join.mutationOptions())
  const navigate = useNavigate()
  const ground = useGround()
  const year = useFiscalYearInView()
  const [joinedOn] = useState(() => formatLocalDateShort(today()))
  const form = useForm<z.input<typeof typedJoinSchema>, unknown, JoinInput>({
    resolver: zodResolver(typedJoinSchema),
    defaultValues: { supporterId: supporter?.id ?? '', duesKindId, route: 'direct', areaId: null, joinedOn, units: '1', note: '' },
    shouldFocusError: false,
  })
  const kindId = useWatch({ control: form.control, name: 'duesKindId' })
  if (ground.data === undefined) return <LoadingSkeleton lines={8} />
  const save = async (details: JoinInput) => {
    const outcome = await join.mutateAsync(details)
    if (outcome.ok) void navigate({ to: '/dues/members/$membershipId', params: { membershipId: outcome.value.membershipId } })
    return outcome
  }
  return (
    <CommandForm id="join" form={form} save={save} done="入会を登録しました">
      {(errorOf) => (
        <>
          <FormSection title="だれが、どの会員に">
            <SupporterChoice initial={supporter} error={errorOf('supporterId')}
              onChoose={(id) => form.setValue('supporterId', id ?? '', { shouldDirty: true })} />
            <SelectField label="会員種別" requirement="required" id="duesKindId" emptyLabel="選んでください" options={usableOptions(ground.data.duesKinds)}
              error={errorOf('duesKindId')} {...form.register('duesKindId')} />
          </FormSection>
          <FormSection title="入会の内容">
            <JoiningFields register={(field) => form.register(field)} pathOf={(field) => field} errorOf={errorOf} joinedOn={joinedOn}
              setArea={(areaId) => form.setValue('areaId', areaId, { shouldDirty: true })}
              unitsSupport={suggestionOf(ground.data, kindId, year)} />
          </FormSection>
          <div className="flex flex-wrap gap-3 border-t border-line pt-6">
            <Button type="submit" variant="primary" isBusy={form.formState.isSubmitting} busyLabel="登録しています">入会を登録する</Button>
            <AppLinkButton to="/dues/members" variant="quiet">やめる</AppLinkButton>
          </div>
        </>
      )}
    </CommandForm>
  )
}
