import { Button } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { OutreachEvent } from './outreach-columns.tsx'

/** Correcting a record, or deleting it, which one press undoes. */
export function OutreachActs({ event, onEdit }: { event: OutreachEvent; onEdit: () => void }) {
  const run = useRunCommand()
  const save = useMutation(trpc.membershipDues.outreach.save.mutationOptions())
  const remove = useMutation(trpc.membershipDues.outreach.remove.mutationOptions())
  const { outreachId, revision, title } = event
  const { heldOn, kind, areaId, supporterId, place, staff, attendees, channelId, costYen, summary } = event
  const details = { heldOn, kind, title, areaId, supporterId, place, staff, attendees, channelId, costYen, summary }
  const putBack = () => run(() => save.mutateAsync({ change: null, details }), { done: `「${title}」を元に戻しました` })
  const takeAway = () =>
    run(() => remove.mutateAsync({ outreachId, revision }), { done: `「${title}」を削除しました`, action: <UndoButton onUndo={putBack} /> })
  return (
    <div className="-ml-3 flex flex-wrap sm:-my-1.5 sm:flex-nowrap print-hidden">
      <Button variant="quiet" size="small" className="whitespace-nowrap" aria-label={`「${title}」を直す`} onClick={onEdit}>
        直す
      </Button>
      <Button variant="quiet" size="small" className="whitespace-nowrap" aria-label={`「${title}」を削除する`} onClick={() => void takeAway()}>
        削除
      </Button>
    </div>
  )
}
