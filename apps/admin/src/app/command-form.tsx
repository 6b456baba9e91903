import { failureMessage, type FailureCode } from '@sasaeai/domain/outcome/failure-message'
import type { Failure } from '@sasaeai/domain/outcome/outcome'
import { Button } from '@sasaeai/ui/button'
import { ErrorSummary } from '@sasaeai/ui/error-summary'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useToast } from '@sasaeai/ui/toast'
import { useState, type ReactNode } from 'react'
import { get, type FieldValues, type UseFormReturn } from 'react-hook-form'
import { errorLines } from './form-errors.ts'
import { readAnew } from './read-anew.ts'
import { faultMessage, queryClient } from './trpc.ts'
import type { CommandOutcome } from './use-run-command.ts'

/** The message of a field, from the form's own rules or from the server's answer; undefined when nothing is wrong. */
export type ErrorOf = (field: string) => string | undefined

export interface CommandFormProps<Draft extends FieldValues, Details> {
  readonly id: string
  readonly form: UseFormReturn<Draft, unknown, Details>
  /** Sends what was typed; an expected refusal is shown at its field and in the summary. */
  readonly save: (details: Details) => Promise<CommandOutcome>
  readonly done: string
  readonly onSaved?: (() => void) | undefined
  /** Opens the form anew on what somebody else has saved meanwhile; offered when the server says so. */
  readonly onReload?: (() => void) | undefined
  readonly children: (errorOf: ErrorOf) => ReactNode
}

/** A form that is one command: error summary on top, fields, and the server's answer where it belongs. */
export function CommandForm<Draft extends FieldValues, Details>(props: CommandFormProps<Draft, Details>) {
  const { id, form, onReload, children } = props
  const { errors, submitCount } = form.formState
  const { failure, fault, submit } = useSubmit(props)
  const refusal = failure === null ? undefined : failureMessage(failure)
  const errorOf: ErrorOf = (field) => {
    const own: unknown = get(errors, `${field}.message`)
    if (typeof own === 'string') return own
    return failure?.field === field ? refusal : undefined
  }
  const lines = errorLines(errors)
  const ofServer = failure?.field === undefined ? [] : [{ fieldId: failure.field, message: refusal ?? '' }]
  const banner = fault ?? (failure?.field === undefined ? refusal : undefined)
  return (
    <form id={id} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-6">
      <ErrorSummary errors={lines.length > 0 ? lines : ofServer} attempt={submitCount} />
      {banner !== undefined && (
        <NoticeBanner
          tone="error"
          isLive
          title={banner}
          action={failure?.code === 'changed_meanwhile' && onReload && <Button onClick={onReload}>入力を捨てて、新しい内容を読み込む</Button>}
        />
      )}
      {children(errorOf)}
    </form>
  )
}

function useSubmit<Draft extends FieldValues, Details>({ form, save, done, onSaved }: CommandFormProps<Draft, Details>) {
  const toast = useToast()
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)
  const [fault, setFault] = useState<string>()
  const forget = () => {
    setFailure(null)
    setFault(undefined)
  }
  const submit = form.handleSubmit(async (details) => {
    forget()
    try {
      const outcome = await save(details)
      if (!outcome.ok) return setFailure(outcome)
      await readAnew(queryClient)
      toast({ text: done })
      return onSaved?.()
    } catch (error) {
      return setFault(faultMessage(error))
    }
  }, forget)
  return { failure, fault, submit }
}
