import { type DemoDeed, demoDeedNames } from '@sasaeai/domain/online-giving/demo/demo-deed'
import { Button } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'

interface DemoDeedButtonProps {
  readonly accountCode: string
  readonly deed: DemoDeed
  /** What it is done to; left out where it is done to the whole account. */
  readonly subjectId?: string | undefined
  /** Tells the buttons of a column apart for those who hear them. */
  readonly about?: string | undefined
  readonly done: string
  readonly size?: 'small' | 'regular' | undefined
}

/** Has one thing happen at the demo gateway. Whoever may not, sees no button. */
export function DemoDeedButton({ accountCode, deed, subjectId, about, done, size = 'small' }: DemoDeedButtonProps) {
  const act = useMutation(trpc.onlineGiving.demo.act.mutationOptions())
  const run = useRunCommand()
  if (!useMayDo('giving.manage')) return null
  return (
    <Button size={size} isBusy={act.isPending} aria-label={about === undefined ? undefined : `${demoDeedNames[deed]}（${about}）`}
      onClick={() => void run(() => act.mutateAsync({ accountCode, deed, subjectId }), { done })}>
      {demoDeedNames[deed]}
    </Button>
  )
}
