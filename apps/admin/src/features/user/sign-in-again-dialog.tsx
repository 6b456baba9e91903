import type { UserId } from '@sasaeai/domain/ids'
import { Dialog } from '@sasaeai/ui/dialog'
import { useQueryClient } from '@tanstack/react-query'
import { readAnew } from '../../app/read-anew.ts'
import { trpc } from '../../app/trpc.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Asks for a new sign-in over the page when the session has ended, so that what is typed there stays. */
export function SignInAgainDialog({ userId }: { userId: UserId }) {
  const queryClient = useQueryClient()
  const resume = async () => {
    const me = await queryClient.fetchQuery(trpc.user.me.queryOptions(undefined, { staleTime: 0 }))
    // Another person must not go on with what this one had on screen.
    if (me.userId !== userId) window.location.reload()
    else await readAnew(queryClient)
  }
  return (
    <Dialog isOpen keepsOpen width="narrow" title="サインインし直してください" onClose={() => window.location.assign('/admin/sign-in')}>
      <p className="mb-5">時間が経ったため、サインアウトされました。入力中の内容はこのまま残っています。</p>
      <SignInForm onSignedIn={() => void resume()} />
    </Dialog>
  )
}
