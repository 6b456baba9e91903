import { roleNames } from '@sasaeai/domain/user/role-name'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useQuery } from '@tanstack/react-query'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { ChangePasswordSection } from './change-password-section.tsx'
import { PasskeySection } from './passkey-section.tsx'
import { SecondFactorSection } from './second-factor-section.tsx'
import { SessionSection } from './session-section.tsx'

/** 自分のアカウント: how one signs in, and where one is signed in. */
export function AccountPage() {
  const account = useQuery(trpc.user.account.queryOptions())
  if (account.isError) return <PageError reset={() => void account.refetch()} />
  if (account.data === undefined) return <LoadingSkeleton lines={8} />
  const { name, email, role, twoFactorEnabled, passkeys, sessions } = account.data
  return (
    <>
      <PageHeader title="自分のアカウント" description={`${name}（${roleNames[role]}）　${email}`} />
      <ChangePasswordSection />
      <SecondFactorSection isEnabled={twoFactorEnabled} />
      <PasskeySection passkeys={passkeys} />
      <SessionSection sessions={sessions} />
    </>
  )
}
