import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { dayInYear, membershipStateOn } from '@sasaeai/domain/membership-dues/member/membership-state'
import { membershipRouteNames } from '@sasaeai/domain/membership-dues/member/membership-route'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AppLink } from '../../../app/app-link.tsx'
import { DetailList } from '../../../app/detail-list.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useToday } from '../../../app/use-today.ts'
import { ContactLog } from '../../supporter/contact-log.tsx'
import { MemberActs } from './member-acts.tsx'
import { DuesListExportButton } from '../export/dues-list-export-button.tsx'
import { MemberStateChip } from './member-state-chip.tsx'
import { MembershipLines } from './membership-lines.tsx'
import { MemberYears } from './member-years.tsx'
import { UndoJoiningSection } from './undo-joining-section.tsx'
import { UnitsHistory } from './units-history.tsx'

type OpenMember = RouterOutput['membershipDues']['member']['get']

/** One membership: what it is, how its 口 went, what came in year by year, and what was spoken. */
export function MemberPage() {
  const { membershipId } = useParams({ from: '/staff/dues/members/$membershipId' })
  const member = useQuery(trpc.membershipDues.member.get.queryOptions({ membershipId }))
  const mayWrite = useMayDo('dues.write')
  const today = useToday()
  if (member.isError && member.data === undefined) return <PageError reset={() => void member.refetch()} />
  if (member.data === undefined) return <LoadingSkeleton lines={10} />
  const { name, duesKindName, supporterNumber, supporterId, others, years, units } = member.data
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ label: '会員', href: '/admin/dues/members' }, { label: name }]}
        description={`${duesKindName}・支援者番号 ${supporterNumber}`}
        status={<MemberStateChip state={membershipStateOn(member.data, dayInYear(fiscalYearOf(today), today))} />}
        actions={<><DuesListExportButton list={{ list: 'member', membershipId }} name={`${name}の会費`} />{mayWrite && <MemberActs member={member.data} />}</>}
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-8">
          <Details member={member.data} />
          <UnitsHistory units={units} />
          {others.length > 0 && (
            <section>
              <h2 className="mb-2 text-[1.125rem] font-bold">このほかの会員の記録</h2>
              <MembershipLines memberships={others} />
            </section>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          <MemberYears member={member.data} years={years} />
          <ContactLog supporterId={supporterId} />
          {mayWrite && <UndoJoiningSection member={member.data} />}
        </div>
      </div>
    </>
  )
}

function Details({ member }: { readonly member: OpenMember }) {
  const { joinedOn, leftOn, leavingReason, isRejoined, route, areaName, phone, address, note, supporterId } = member
  const mayRead = useMayDo('supporter.read')
  const left: readonly (readonly [string, string])[] =
    leftOn === null ? [] : [['退会日', formatLocalDate(leftOn)], ['退会の理由', leavingReason]]
  return (
    <section>
      <DetailList
        lines={[
          ['会員種別', member.duesKindName],
          ['口数', `${groupDigits(member.units[0]?.units ?? 0)}口`],
          ['経路', membershipRouteNames[route]],
          ['自治会', areaName ?? ''],
          ['入会日', `${formatLocalDate(joinedOn)}${isRejoined ? '（再入会）' : ''}`],
          ...left,
          ['電話番号', phone],
          ['住所', address],
          ['備考', note],
        ]}
      />
      {mayRead && (
        <p className="mt-3 print-hidden">
          <AppLink to="/supporters/$supporterId" params={{ supporterId }}>支援者のページで連絡先を直す</AppLink>
        </p>
      )}
    </section>
  )
}
