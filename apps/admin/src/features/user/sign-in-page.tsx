import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { LeadTo } from '../../app/lead-to.tsx'
import { trpc } from '../../app/trpc.ts'
import { DemoSignIns } from './demo-sign-ins.tsx'
import { FrontPageFrame } from './front-page-frame.tsx'
import { type SignInDraft, SignInForm } from './sign-in-form.tsx'

/** サインイン. Leads back to the page that was asked for. */
export function SignInPage() {
  const { to } = useSearch({ from: '/sign-in' })
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [filled, setFilled] = useState<SignInDraft>()
  const door = useQuery(trpc.setUp.frontDoor.queryOptions(undefined, { staleTime: Infinity }))
  if (door.data?.isSetUp === false) return <LeadTo page="/setup" />
  const demo = door.data?.demo
  const enter = async () => {
    // Whatever was on screen before belongs to somebody else.
    queryClient.clear()
    await navigate({ to: to ?? '/', replace: true })
  }
  return (
    <FrontPageFrame title="サインイン" organizationName={door.data?.council.name ?? ''}>
      {door.isPending ? <LoadingSkeleton /> : <SignInForm key={filled?.email} filled={filled} onSignedIn={() => void enter()} />}
      {demo != null && <DemoSignIns {...demo} onChoose={({ email }) => setFilled({ email, password: demo.password })} />}
    </FrontPageFrame>
  )
}
