import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { optionalTypedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { prospectDetailsSchema, type ProspectDetails } from '@sasaeai/domain/membership-dues/prospect/prospect-input'
import { openProspectStages, prospectStageNames } from '@sasaeai/domain/membership-dues/prospect/prospect-stage'
import { DateField } from '@sasaeai/ui/date-field'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { usableOptions } from '../../ledger/ground-options.ts'
import { useGround } from '../../ledger/use-ground.ts'
import type { BoardProspect, ResponsiblePerson } from './prospect-card.tsx'
import { SupporterChoice } from '../payer/supporter-choice.tsx'

// Most next steps lie ahead, so a month and a day alone would be read as last year's: the day is typed with its year.
const typedProspect = prospectDetailsSchema.extend({ nextActionOn: optionalTypedDateSchema({ today: today() }) })
type ProspectDraft = z.input<typeof typedProspect>

interface ProspectDialogProps extends DialogTurns {
  /** Null for a new prospect. */
  readonly prospect: BoardProspect | null
  readonly people: readonly ResponsiblePerson[]
}

/** Adds a prospect, or says how far one has come and what is to be done next. */
export function ProspectDialog({ prospect, people, ...turns }: ProspectDialogProps) {
  const save = useMutation(trpc.membershipDues.prospect.save.mutationOptions())
  const form = useForm<ProspectDraft, unknown, ProspectDetails>({
    resolver: zodResolver(typedProspect),
    defaultValues: draftOf(prospect),
    shouldFocusError: false,
  })
  const change = prospect === null ? null : { prospectId: prospect.prospectId, revision: prospect.revision }
  return (
    <FormDialog title={prospect === null ? '入会の見込みを加える' : `「${prospect.name}」の見込み`} form={form} {...turns}
      save={(details) => save.mutateAsync({ change, details })}>
      {(errorOf) => (
        <>
          {prospect === null && (
            <SupporterChoice initial={null} error={errorOf('supporterId')} onChoose={(id) => form.setValue('supporterId', id ?? '')} />
          )}
          <ProspectFields form={form} errorOf={errorOf} people={people} />
        </>
      )}
    </FormDialog>
  )
}

interface ProspectFieldsProps {
  readonly form: UseFormReturn<ProspectDraft, unknown, ProspectDetails>
  readonly errorOf: ErrorOf
  readonly people: readonly ResponsiblePerson[]
}

function ProspectFields({ form: { register, formState }, errorOf, people }: ProspectFieldsProps) {
  const ground = useGround()
  const options = ground.data === undefined ? [] : usableOptions(ground.data.duesKinds)
  const { duesKindId, stage, nextActionOn } = formState.defaultValues ?? {}
  return (
    <>
      <SelectField key={options.length} label="会員種別" requirement="required" id="duesKindId" emptyLabel="選んでください" options={options}
        defaultValue={duesKindId} error={errorOf('duesKindId')} {...register('duesKindId')} />
      <RadioGroupField label="段階" requirement="required" id="stage" isRow defaultValue={stage}
        options={openProspectStages.map((value) => ({ value, label: prospectStageNames[value] }))} error={errorOf('stage')} {...register('stage')} />
      <TextField label="見込みの口数" requirement="optional" id="hopedUnits" width="tiny" unit="口" inputMode="numeric" autoComplete="off"
        error={errorOf('hopedUnits')} {...register('hopedUnits')} />
      <TextField label="次にすること" requirement="optional" id="nextAction" support="例：申込書を届ける" autoComplete="off"
        error={errorOf('nextAction')} {...register('nextAction')} />
      <DateField label="その予定日" requirement="optional" id="nextActionOn" read={readTypedDate} support="例：R8.12.10。年も入力します。"
        defaultValue={nextActionOn} error={errorOf('nextActionOn')} {...register('nextActionOn')} />
      <SelectField label="担当者" requirement="optional" id="responsibleId" emptyLabel="決めていない"
        options={people.map(({ userId, name }) => ({ value: userId, label: name }))} error={errorOf('responsibleId')} {...register('responsibleId')} />
      <TextAreaField label="備考" requirement="optional" id="note" error={errorOf('note')} {...register('note')} />
    </>
  )
}

function draftOf(prospect: BoardProspect | null): ProspectDraft {
  if (prospect === null) {
    const blank = { supporterId: '', duesKindId: '', hopedUnits: '', nextAction: '', nextActionOn: '', responsibleId: '', note: '' }
    return { ...blank, stage: 'candidate' }
  }
  const { supporterId, duesKindId, stage, hopedUnits, nextAction, nextActionOn, responsibleId, note } = prospect
  return {
    supporterId,
    duesKindId,
    // Who declined begins anew as a candidate.
    stage: openProspectStages.find((open) => open === stage) ?? 'candidate',
    hopedUnits: hopedUnits === null ? '' : String(hopedUnits),
    nextAction,
    nextActionOn: nextActionOn === null ? '' : formatLocalDateShort(nextActionOn),
    responsibleId: responsibleId ?? '',
    note,
  }
}
