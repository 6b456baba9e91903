import { Button } from '@sasaeai/ui/button'
import { Dialog } from '@sasaeai/ui/dialog'
import { useEffect, useId } from 'react'
import type { FieldValues } from 'react-hook-form'
import { CommandForm, type CommandFormProps } from './command-form.tsx'

/** What a dialog can do to itself: go away, or open anew on what somebody else has saved meanwhile. */
export interface DialogTurns {
  readonly onClose: () => void
  readonly onReload?: (() => void) | undefined
}

interface FormDialogProps<Draft extends FieldValues, Details>
  extends Omit<CommandFormProps<Draft, Details>, 'id' | 'done' | 'onReload'>, DialogTurns {
  readonly title: string
  readonly saveLabel?: string | undefined
  readonly done?: string | undefined
}

/** A form in a dialog. It closes when it has been saved, and not by a press beside it. */
export function FormDialog<Draft extends FieldValues, Details>(props: FormDialogProps<Draft, Details>) {
  const { title, onClose, saveLabel = '保存する', done = '保存しました', form, save, onReload, children } = props
  const id = useId()
  useEffect(() => focusFirstField(id), [id])
  return (
    <Dialog
      isOpen
      keepsOpen
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            やめる
          </Button>
          <Button type="submit" form={id} variant="primary" isBusy={form.formState.isSubmitting} busyLabel="保存しています">
            {saveLabel}
          </Button>
        </>
      }
    >
      <CommandForm id={id} form={form} save={save} done={done} onSaved={onClose} onReload={onReload}>
        {children}
      </CommandForm>
    </Dialog>
  )
}

/** One can type at once. Not on a touch screen, where the keyboard would cover the form before it has been read. */
function focusFirstField(formId: string): void {
  if (!window.matchMedia('(pointer: fine)').matches) return
  document.getElementById(formId)?.querySelector<HTMLElement>('input, select, textarea')?.focus()
}
