import { Button } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'

/** 標準の指標をつくる: those that are missing; those that are there stay as they are. */
export function LayIndicatorsButton() {
  const mayManage = useMayDo('indicator.manage')
  const lay = useMutation(trpc.indicator.layStandard.mutationOptions())
  const run = useRunCommand()
  if (!mayManage) return null
  return <Button isBusy={lay.isPending} onClick={() => void run(() => lay.mutateAsync(), { done: '標準の指標をつくりました' })}>標準の指標をつくる</Button>
}
