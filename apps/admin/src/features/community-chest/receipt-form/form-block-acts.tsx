import { formNumbers } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-runs'
import { Button } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { queryClient, trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { FormBlock } from './form-block-page.tsx'

const FormBlockDialog = lazy(async () => ({ default: (await import('./form-block-dialog.tsx')).FormBlockDialog }))
const ReturnFormsDialog = lazy(async () => ({ default: (await import('./return-forms-dialog.tsx')).ReturnFormsDialog }))

/** What can be done with a block as a whole. */
export function FormBlockActs({ block }: { block: FormBlock }) {
  const mayWrite = useMayDo('chest.write')
  const [opened, setOpened] = useState<FormBlock | 'return'>()
  const close = () => setOpened(undefined)
  const write = useMutation(trpc.communityChest.receiptForm.exportBlock.mutationOptions())
  const { blockId, forms, firstNumber, lastNumber } = block
  const reload = async () => {
    const newest = await queryClient.fetchQuery({ ...trpc.communityChest.receiptForm.get.queryOptions({ blockId }), staleTime: 0 })
    setOpened(newest ?? undefined)
  }
  return (
    <>
      <ExportChoice subject="用紙の内訳" write={(format) => write.mutateAsync({ blockId, format })} />
      <Button icon="printer" onClick={() => window.print()}>印刷</Button>
      {mayWrite && forms.length === 0 && <RemoveButton block={block} />}
      {mayWrite && <Button onClick={() => setOpened(block)}>冊を直す</Button>}
      {mayWrite && forms.length <= lastNumber - firstNumber && <Button onClick={() => setOpened('return')}>書き損じ・返納</Button>}
      <Suspense>
        {opened === 'return' && <ReturnFormsDialog block={block} onClose={close} />}
        {opened !== undefined && opened !== 'return' && <FormBlockDialog key={opened.revision} block={opened} onClose={close} onReload={() => void reload()} />}
      </Suspense>
    </>
  )
}

/** Deletes a block without records, which one press undoes. */
function RemoveButton({ block }: { block: FormBlock }) {
  const run = useRunCommand()
  const navigate = useNavigate()
  const save = useMutation(trpc.communityChest.receiptForm.saveBlock.mutationOptions())
  const remove = useMutation(trpc.communityChest.receiptForm.removeBlock.mutationOptions())
  const { blockId, revision, series, firstNumber, lastNumber, receivedOn, keeper, note } = block
  const name = `${series} ${formNumbers(block)}`
  const putBack = () => run(() => save.mutateAsync({ change: null, details: { series, firstNumber, lastNumber, receivedOn, keeper, note } }), { done: `「${name}」を元に戻しました` })
  const takeAway = async () => {
    const gone = await run(() => remove.mutateAsync({ blockId, revision }), { done: `「${name}」を削除しました`, action: <UndoButton onUndo={putBack} /> })
    if (gone) await navigate({ to: '/chest/forms' })
  }
  return (
    <Button variant="quiet" icon="trash" isBusy={remove.isPending} onClick={() => void takeAway()}>削除</Button>
  )
}
