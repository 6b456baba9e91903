import { useQuery } from '@tanstack/react-query'
import { AppLink } from '../../app/app-link.tsx'
import { trpc } from '../../app/trpc.ts'

const steps = [
  { to: '/settings/areas', label: '地域を登録する', why: '校区や自治会を、CSVやExcelからまとめて取り込めます。' },
  { to: '/dues/kinds', label: '会員種別と会費の目安を確かめる', why: '受付で口数や世帯数から金額を確かめるのに使います。' },
  { to: '/chest', label: '運動の期間を確かめる', why: '赤い羽根共同募金や歳末たすけあいの期間です。' },
  { to: '/users', label: 'ほかの職員を利用者に追加する', why: '受付担当や会計担当として、自分の名前で記録が残ります。' },
] as const

/** What an administrator does on day one. It goes away with the second person or the first areas of the council. */
export function FirstSteps() {
  const users = useQuery(trpc.user.list.queryOptions(undefined, { staleTime: 60_000 }))
  const isAlone = users.data?.length === 1
  const areas = useQuery(trpc.area.list.queryOptions(undefined, { enabled: isAlone }))
  if (!isAlone || areas.data === undefined || areas.data.length > 1) return null
  return (
    <section aria-labelledby="first-steps" className="mb-8 rounded-8 bg-accent-soft px-5 py-4 print-hidden">
      <h2 id="first-steps" className="text-[1.125rem] font-bold">
        受付を始める前に
      </h2>
      <ol className="mt-2 flex list-decimal flex-col gap-1.5 pl-6">
        {steps.map(({ to, label, why }) => (
          <li key={to}>
            <AppLink to={to}>{label}</AppLink>
            <span className="phrases inline-block text-[0.875rem] text-ink-sub sm:ml-2">{why}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
