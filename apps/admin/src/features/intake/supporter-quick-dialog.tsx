import { Button } from '@sasaeai/ui/button'
import { Dialog } from '@sasaeai/ui/dialog'
import { zodResolver } from '@hookform/resolvers/zod'
import type { IntakeSupporter } from '@sasaeai/domain/intake/intake-context'
import { type SupporterDetails, supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { CommandForm } from '../../app/command-form.tsx'
import { trpc } from '../../app/trpc.ts'
import {
  SupporterContactFields,
  type SupporterDraft,
  type SupporterFormReturn,
  SupporterNameFields,
} from '../supporter/supporter-fields.tsx'

interface SupporterQuickDialogProps {
  /** The name as typed in the line; null while nobody is being registered. */
  readonly name: string | null
  readonly onClose: () => void
  readonly onRegistered: (supporter: IntakeSupporter) => void
  readonly saveLabel?: string | undefined
}

/** Registers a payer with what a slip says; the rest can be filled in later on the supporter's page. */
export function SupporterQuickDialog({ name, onClose, onRegistered, saveLabel = '登録して行に入れる' }: SupporterQuickDialogProps) {
  const create = useMutation(trpc.supporter.create.mutationOptions())
  const form: SupporterFormReturn = useForm<SupporterDraft, unknown, SupporterDetails>({
    resolver: zodResolver(supporterDetailsSchema),
    defaultValues: { kind: 'person', name: name ?? '' },
    shouldFocusError: false,
  })
  const save = async (details: SupporterDetails) => {
    const answer = await create.mutateAsync(details)
    if (answer.ok) onRegistered({ id: answer.value.supporterId, number: answer.value.number, name: details.name, isClosed: false })
    return answer
  }
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
          <Button variant="primary" type="submit" form="quick-supporter" isBusy={form.formState.isSubmitting}>
            {saveLabel}
          </Button>
        </>
      }
    >
      <CommandForm id="quick-supporter" form={form} save={save} done="支援者を登録しました">
        {(errorOf) => (
          <>
            <SupporterNameFields form={form} errorOf={errorOf} />
            <SupporterContactFields form={form} errorOf={errorOf} />
          </>
        )}
      </CommandForm>
    </Dialog>
  )
}
