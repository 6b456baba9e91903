import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { useState } from 'react'
import { type CommandOutcome, useRunCommand } from '../../app/use-run-command.ts'
import { UndoButton } from '../../app/undo-button.tsx'

type ItemCommand = (input: { id: string }) => Promise<CommandOutcome>

/** The commands that every table of ground data has besides saving. */
export interface GroundItemVerbs {
  readonly close: ItemCommand
  readonly reopen: ItemCommand
  readonly remove: ItemCommand
}

interface GroundItemActionsProps {
  readonly item: { readonly id: string; readonly name: string; readonly closedOn: string | null }
  readonly noun: string
  readonly verbs: GroundItemVerbs
  readonly onEdit: () => void
  readonly onRemoved?: (() => void) | undefined
}

/** The acts on one row. Closing is undone by one press; deleting asks first, because it is not. */
export function GroundItemActions({ item, noun, verbs, onEdit, onRemoved }: GroundItemActionsProps) {
  const run = useRunCommand()
  const [asksToDelete, setAsksToDelete] = useState(false)
  const reopen = () => run(() => verbs.reopen({ id: item.id }), { done: `「${item.name}」を使用中に戻しました` })
  const close = () =>
    run(() => verbs.close({ id: item.id }), {
      done: `「${item.name}」を使用終了にしました`,
      action: <UndoButton onUndo={reopen} />,
    })
  const remove = async () => {
    const isRemoved = await run(() => verbs.remove({ id: item.id }), { done: `「${item.name}」を削除しました` })
    setAsksToDelete(false)
    if (isRemoved) onRemoved?.()
  }
  return (
    <div className="-ml-3 sm:-my-1.5 flex flex-wrap sm:flex-nowrap">
      <Button variant="quiet" size="small" className="whitespace-nowrap" aria-label={`${item.name}を編集する`} onClick={onEdit}>
        編集
      </Button>
      {item.closedOn === null ? (
        <Button variant="quiet" size="small" className="whitespace-nowrap" aria-label={`${item.name}を使用終了にする`} onClick={() => void close()}>
          使用終了
        </Button>
      ) : (
        <Button variant="quiet" size="small" className="whitespace-nowrap" aria-label={`${item.name}を使用再開する`} onClick={() => void reopen()}>
          使用再開
        </Button>
      )}
      <Button variant="quiet" size="small" className="whitespace-nowrap" aria-label={`${item.name}を削除する`} onClick={() => setAsksToDelete(true)}>
        削除
      </Button>
      <ConfirmDialog
        isOpen={asksToDelete}
        onClose={() => setAsksToDelete(false)}
        onConfirm={() => void remove()}
        title={`${noun}「${item.name}」を削除しますか？`}
        confirmLabel="削除する"
        isDangerous
      >
        <p>一度も使われていない場合だけ削除できます。使われているものは「使用終了」にしてください。</p>
      </ConfirmDialog>
    </div>
  )
}
