import { zodResolver } from '@hookform/resolvers/zod'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { type GrantCommitteeDetails, grantCommitteeFields } from '@sasaeai/domain/grant/committee/grant-committee-input'
import { DateField } from '@sasaeai/ui/date-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import type { GrantCommittee } from './grant-committees-page.tsx'

const typedCommittee = z.object({ ...grantCommitteeFields, heldOn: typedDateSchema({ today: today() }) })
type CommitteeDraft = z.input<typeof typedCommittee>

interface CommitteeDialogProps extends DialogTurns {
  /** Null for a new meeting. */
  readonly committee: GrantCommittee | null
  readonly fiscalYear: FiscalYear
}

/** Writes down a meeting of 配分委員会, or corrects what was written. */
export function CommitteeDialog({ committee, fiscalYear, ...turns }: CommitteeDialogProps) {
  const save = useMutation(trpc.grant.committee.save.mutationOptions())
  const draft = draftOf(committee)
  const form = useForm<CommitteeDraft, unknown, Omit<GrantCommitteeDetails, 'fiscalYear'>>({ resolver: zodResolver(typedCommittee), defaultValues: draft, shouldFocusError: false })
  const { register } = form
  const change = committee === null ? null : { committeeId: committee.committeeId, revision: committee.revision }
  return (
    <FormDialog title={committee === null ? '配分委員会を追加する' : '配分委員会を直す'} form={form} {...turns} save={(details) => save.mutateAsync({ change, details: { ...details, fiscalYear } })}>
      {(errorOf) => (
        <>
          <TextField label="名称" requirement="required" id="name" support="例：第2回配分委員会" autoComplete="off" error={errorOf('name')} {...register('name')} />
          <DateField label="開催日" requirement="required" id="heldOn" read={readTypedDate} defaultValue={draft.heldOn} error={errorOf('heldOn')} {...register('heldOn')} />
          <TextField label="議事録の番号・綴り" requirement="optional" id="minutes" support="あとで探せるように。例：配分委員会綴 令和8年 第2号" autoComplete="off" error={errorOf('minutes')} {...register('minutes')} />
          <TextField label="出席者数" requirement="optional" id="attendees" width="tiny" unit="人" inputMode="numeric" autoComplete="off" error={errorOf('attendees')} {...register('attendees')} />
          <TextAreaField label="備考" requirement="optional" id="note" error={errorOf('note')} {...register('note')} />
        </>
      )}
    </FormDialog>
  )
}

function draftOf(committee: GrantCommittee | null): CommitteeDraft {
  if (committee === null) return { name: '', heldOn: formatLocalDateShort(today()), minutes: '', attendees: '', note: '' }
  const { name, heldOn, minutes, attendees, note } = committee
  return { name, heldOn: formatLocalDateShort(heldOn), minutes, attendees: attendees === null ? '' : String(attendees), note }
}
