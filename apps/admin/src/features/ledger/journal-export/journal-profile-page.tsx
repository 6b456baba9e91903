import { idIn } from '@sasaeai/domain/ids'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import type { JournalProfile } from './journal-export-answers.ts'
import { JournalProfileForm } from './journal-profile-form.tsx'

const crumbs = [{ label: '会計ソフトへの書き出し', href: '/admin/journal-exports' }, { label: '列の割り当て', href: '/admin/journal-exports/profiles' }]

/** One 列の割り当て, to be edited. */
export function JournalProfilePage() {
  const { profileId } = useParams({ from: '/staff/journal-exports/profiles/$profileId' })
  return <ProfileEditor profileId={profileId} />
}

/** One that is not there yet. */
export function NewJournalProfilePage() {
  return <ProfileEditor profileId={null} />
}

function ProfileEditor({ profileId }: { readonly profileId: string | null }) {
  const profiles = useQuery(trpc.journalExport.profile.list.queryOptions())
  const accounts = useQuery(trpc.ledgerSetup.account.list.queryOptions())
  if (profiles.isError || accounts.isError) return <PageError reset={() => void Promise.all([profiles.refetch(), accounts.refetch()])} />
  if (profiles.data === undefined || accounts.data === undefined) return <LoadingSkeleton lines={10} />
  const profile: JournalProfile | null = profileId === null ? null : (profiles.data.find(({ id }) => id === idIn(profileId)) ?? null)
  if (profileId !== null && profile === null) return <EmptyState title="この割り当ては見つかりません">一覧から選び直してください。</EmptyState>
  const title = profile?.name ?? '割り当ての追加'
  return (
    <>
      <PageHeader title={title} crumbs={[...crumbs, { label: title }]} status={profile !== null && !profile.isVerified && <StatusChip>未検証</StatusChip>} />
      <JournalProfileForm key={profile?.revision} profile={profile} accounts={accounts.data.filter(({ isHeading, closedOn }) => !isHeading && closedOn === null)} onReload={() => void profiles.refetch()} />
    </>
  )
}
