import type { SupporterId } from '@sasaeai/domain/ids'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { useQuery } from '@tanstack/react-query'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { AddressHistory } from './address-history.tsx'
import { AttachmentList } from './attachment-list.tsx'
import { ContactPointList } from './contact-point-list.tsx'
import { RelationList } from './relation-list.tsx'

export type SupporterAdditions = RouterOutput['supporter']['additions']['get']
export type RecordedSupporter = RouterOutput['supporter']['get']

/** What one list of this part is given. */
export interface AdditionListProps {
  readonly supporterId: SupporterId
  readonly additions: SupporterAdditions
  readonly mayWrite: boolean
}

/** Addresses of before, further ways to reach somebody, who belongs to whom, and files. */
export function SupporterAdditionsPart({ supporter }: { readonly supporter: RecordedSupporter }) {
  const { supporterId } = supporter
  const additions = useQuery(trpc.supporter.additions.get.queryOptions({ supporterId }))
  const mayWrite = useMayDo('supporter.write')
  if (additions.isError && additions.data === undefined) return <PageError reset={() => void additions.refetch()} />
  if (additions.data === undefined) return <LoadingSkeleton lines={8} />
  const given = { supporterId, additions: additions.data, mayWrite }
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
      <AddressHistory {...given} supporter={supporter} />
      <ContactPointList {...given} />
      <RelationList {...given} />
      <AttachmentList {...given} />
    </div>
  )
}
