import { Button } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { AppLinkButton } from '../../../app/app-link.tsx'
import type { DialogTurns } from '../../../app/form-dialog.tsx'
import { queryClient, type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'

type OpenMember = RouterOutput['membershipDues']['member']['get']
type DialogName = 'units' | 'route' | 'leave' | 'edit'

// Forms are heavy, and most who open a member only read.
const MemberDialog = lazy(async () => {
  const { ChangeRouteDialog, ChangeUnitsDialog, EditMembershipDialog, LeaveDialog } = await import('./member-dialogs.tsx')
  const dialogs = { units: ChangeUnitsDialog, route: ChangeRouteDialog, leave: LeaveDialog, edit: EditMembershipDialog }
  return {
    default: ({ name, ...rest }: DialogTurns & { readonly name: DialogName; readonly member: OpenMember }) => {
      const Dialog = dialogs[name]
      return <Dialog {...rest} />
    },
  }
})

/** What can be done with a membership; of one that has ended, taking the leaving back or joining again. */
export function MemberActs({ member }: { readonly member: OpenMember }) {
  const [open, setOpen] = useState<{ readonly name: DialogName; readonly member: OpenMember }>()
  const undo = useMutation(trpc.membershipDues.member.undoLeave.mutationOptions())
  const run = useRunCommand()
  const { membershipId, revision, supporterId, duesKindId, leftOn } = member
  const show = (name: DialogName) => setOpen({ name, member })
  const reload = async (name: DialogName) => {
    const newest = await queryClient.fetchQuery({ ...trpc.membershipDues.member.get.queryOptions({ membershipId }), staleTime: 0 })
    setOpen({ name, member: newest })
  }
  return (
    <>
      <Button icon="pencil" onClick={() => show('edit')}>入会日・備考</Button>
      <Button onClick={() => show('route')}>経路を変える</Button>
      {leftOn === null ? (
        <>
          <Button onClick={() => show('units')}>口数を変える</Button>
          <Button onClick={() => show('leave')}>退会にする</Button>
        </>
      ) : (
        <>
          <Button icon="undo" onClick={() => void run(() => undo.mutateAsync({ membershipId, revision }), { done: '退会を取り消しました' })}>
            退会を取り消す
          </Button>
          <AppLinkButton to="/dues/members/new" search={{ supporterId, duesKindId }} variant="primary">もう一度入会する</AppLinkButton>
        </>
      )}
      <Suspense>
        {open !== undefined && (
          <MemberDialog key={open.member.revision} name={open.name} member={open.member} onClose={() => setOpen(undefined)}
            onReload={() => void reload(open.name)} />
        )}
      </Suspense>
    </>
  )
}
