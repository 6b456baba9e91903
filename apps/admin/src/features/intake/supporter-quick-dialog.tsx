import { Button } from '@sasaeai/ui/button'
import { Dialog } from '@sasaeai/ui/dialog'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { zodResolver } from '@hookform/resolvers/zod'
import type { IntakeSupporter } from '@sasaeai/domain/intake/intake-context'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { supporterKindNames, supporterKinds } from '@sasaeai/domain/supporter/supporter-kind'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { faultMessage, trpc } from '../../app/trpc.ts'

interface SupporterQuickDialogProps {
  /** The name as typed in the line; null while nobody is being registered. */
  readonly name: string | null
  readonly onClose: () => void
  readonly onRegistered: (supporter: IntakeSupporter) => void
  readonly saveLabel?: string | undefined
}

const kindOptions = supporterKinds.map((kind) => ({ value: kind, label: supporterKindNames[kind] }))

/** Registers a payer with what a slip says; the rest can be filled in later on the supporter's page. */
export function SupporterQuickDialog({ name, onClose, onRegistered, saveLabel = '登録して行に入れる' }: SupporterQuickDialogProps) {
  const create = useMutation(trpc.supporter.create.mutationOptions())
  const [failure, setFailure] = useState<string | null>(null)
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(supporterDetailsSchema),
    defaultValues: { kind: 'person' as const, name: name ?? '', kana: '', phone: '', address: '' },
  })
  const submit = handleSubmit(async (details) => {
    setFailure(null)
    try {
      const answer = await create.mutateAsync(details)
      if (!answer.ok) setFailure(failureMessage(answer))
      else
        onRegistered({ id: answer.value.supporterId, number: answer.value.number, name: details.name, isClosed: false })
    } catch (error) {
      setFailure(faultMessage(error))
    }
  })
  const { errors } = formState
  return (
    <Dialog
      isOpen={name !== null}
      onClose={onClose}
      title="支援者を登録"
      width="narrow"
      keepsOpen
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            やめる
          </Button>
          <Button variant="primary" type="submit" form="quick-supporter" isBusy={create.isPending}>
            {saveLabel}
          </Button>
        </>
      }
    >
      <form id="quick-supporter" noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {failure !== null && <NoticeBanner tone="error" isLive title={failure} />}
        <SelectField label="種類" options={kindOptions} {...register('kind')} />
        <TextField
          label="名前"
          requirement="required"
          width="full"
          error={errors.name?.message}
          {...register('name')}
        />
        <TextField
          label="フリガナ"
          requirement="optional"
          width="full"
          error={errors.kana?.message}
          {...register('kana')}
        />
        <TextField
          label="電話番号"
          requirement="optional"
          inputMode="tel"
          error={errors.phone?.message}
          {...register('phone')}
        />
        <TextField
          label="住所"
          requirement="optional"
          width="full"
          error={errors.address?.message}
          {...register('address')}
        />
      </form>
    </Dialog>
  )
}
