import { Button } from '@sasaeai/ui/button'
import { Dialog } from '@sasaeai/ui/dialog'
import { TextField } from '@sasaeai/ui/text-field'
import { zodResolver } from '@hookform/resolvers/zod'
import { returnIntakeBatchSchema } from '@sasaeai/domain/intake/intake-inputs'
import { useForm } from 'react-hook-form'

interface ReturnBatchDialogProps {
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onReturn: (reason: string) => void
}

const reasonSchema = returnIntakeBatchSchema.pick({ reason: true })

/** 差戻し with the reason that the desk will read. */
export function ReturnBatchDialog({ isBusy, onClose, onReturn }: ReturnBatchDialogProps) {
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(reasonSchema),
    defaultValues: { reason: '' },
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="受付を差し戻す"
      width="narrow"
      keepsOpen
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            やめる
          </Button>
          <Button variant="primary" type="submit" form="return-batch" isBusy={isBusy}>
            差し戻す
          </Button>
        </>
      }
    >
      <form
        id="return-batch"
        noValidate
        onSubmit={(event) => void handleSubmit(({ reason }) => onReturn(reason))(event)}
      >
        <TextField
          label="理由"
          requirement="required"
          support="受付担当の画面に表示されます。"
          width="full"
          error={formState.errors.reason?.message}
          {...register('reason')}
        />
      </form>
    </Dialog>
  )
}
