import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { useQuery } from '@tanstack/react-query'
import { PageError } from '../../app/page-error.tsx'
import { LeadTo } from '../../app/lead-to.tsx'
import { trpc } from '../../app/trpc.ts'
import { FrontPageFrame } from './front-page-frame.tsx'
import { SetUpForm } from './set-up-form.tsx'

/** 初期設定: the first visit to an empty database. Once there is a council, it leads to the sign-in page for ever. */
export function SetUpPage() {
  const door = useQuery(trpc.setUp.frontDoor.queryOptions(undefined, { staleTime: Infinity }))
  if (door.data?.isSetUp === true) return <LeadTo page="/" />
  return (
    <FrontPageFrame title="はじめての設定" organizationName="支え合い" isWide>
      {door.isError && <PageError reset={() => void door.refetch()} />}
      {door.isPending && <LoadingSkeleton />}
      {door.data !== undefined && <SetUpForm thisYear={door.data.thisYear} />}
    </FrontPageFrame>
  )
}
