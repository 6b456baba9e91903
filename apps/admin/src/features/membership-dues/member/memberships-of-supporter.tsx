import { useQuery } from '@tanstack/react-query'
import type { SupporterId } from '@sasaeai/domain/ids'
import { Answered } from '../../../app/answered.tsx'
import { AppLinkButton } from '../../../app/app-link.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { MembershipLines } from './membership-lines.tsx'

/** On a supporter's page: which memberships there are and were. */
export function MembershipsOfSupporter({ supporterId }: { readonly supporterId: SupporterId }) {
  const memberships = useQuery(trpc.membershipDues.member.ofSupporter.queryOptions({ supporterId }))
  const mayWrite = useMayDo('dues.write')
  return (
    <section>
      <h2 className="mb-2 text-[1.125rem] font-bold">会員</h2>
      <Answered answer={memberships} lines={1}>
        {(data) => (data.length === 0 ? <p className="text-ink-sub">会員ではありません。</p> : <MembershipLines memberships={data} />)}
      </Answered>
      {mayWrite && (
        <p className="mt-3">
          <AppLinkButton to="/dues/members/new" search={{ supporterId }} size="small" icon="plus">入会を登録する</AppLinkButton>
        </p>
      )}
    </section>
  )
}
