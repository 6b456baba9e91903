import { zodResolver } from '@hookform/resolvers/zod'
import { undoMergeSchema } from '@sasaeai/domain/supporter/merge/merge-input'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'

type Merge = RouterOutput['supporter']['merge']['history']['rows'][number]

/** Asks why, and makes two of one again. */
export function UndoMergeDialog({ merge: { mergeId, merged, survivor }, onClose }: { readonly merge: Merge; readonly onClose: () => void }) {
  const undo = useMutation(trpc.supporter.merge.undo.mutationOptions())
  const form = useForm({ resolver: zodResolver(undoMergeSchema.pick({ reason: true })), defaultValues: { reason: '' }, shouldFocusError: false })
  return (
    <FormDialog title="名寄せを取り消す" form={form} saveLabel="取り消す" done={`番号 ${merged.number}と番号 ${survivor.number}を別々に戻しました`}
      save={({ reason }) => undo.mutateAsync({ mergeId, reason })} onClose={onClose}>
      {(errorOf) => (
        <>
          <p>
            番号 {merged.number}（{merged.name}）を元の登録に戻します。名寄せで移した記録も、入金も、元どおり番号 {merged.number}のものになります。名寄せのあとに番号 {survivor.number}で受け付けたものは、番号 {survivor.number}に残ります。
          </p>
          <TextField label="取り消す理由" requirement="required" id="reason" support="例：同姓同名の別人だった" error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}
