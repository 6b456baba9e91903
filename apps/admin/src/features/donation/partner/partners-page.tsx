import { partnerKindNames } from '@sasaeai/domain/donation/partner/partner-details'
import { useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { GroundItemPage } from '../../council/ground-item-page.tsx'

const PartnerDialog = lazy(async () => ({ default: (await import('./partner-dialog.tsx')).PartnerDialog }))

export type PartnerRow = RouterOutput['donation']['partner']['list'][number]

/** 地域貢献の相手: 社会福祉法人, companies and schools that help with people, things, rooms or knowledge. */
export function PartnersPage() {
  const close = useMutation(trpc.donation.partner.close.mutationOptions())
  const reopen = useMutation(trpc.donation.partner.reopen.mutationOptions())
  const remove = useMutation(trpc.donation.partner.remove.mutationOptions())
  const write = useMutation(trpc.donation.partner.export.mutationOptions())
  const mayExport = useMayDo('fund.write')
  return (
    <GroundItemPage<PartnerRow>
      title="地域貢献の相手"
      noun="地域貢献の相手"
      description="お金のほかの形で地域を支える、社会福祉法人・企業・学校などの名簿です。"
      items={useQuery(trpc.donation.partner.list.queryOptions())}
      columns={[
        { id: 'kind', header: '種類', cell: ({ kind }) => partnerKindNames[kind] },
        { id: 'contribution', header: '協力の内容', cell: ({ contribution }) => <span className="whitespace-pre-line">{contribution}</span> },
        { id: 'area', header: '地域', isWideOnly: true, cell: ({ areaName }) => areaName ?? '—' },
        { id: 'contact', header: '連絡先', cell: (partner) => <Contact partner={partner} /> },
        {
          id: 'supporter',
          header: '支援者',
          isWideOnly: true,
          cell: ({ supporterId, supporterNumber }) => (supporterId === null ? '—' : <AppLink to="/supporters/$supporterId" params={{ supporterId }}>{`番号 ${supporterNumber}`}</AppLink>),
        },
      ]}
      write={mayExport ? write.mutateAsync : undefined}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      dialog={(partner, turns) => <Suspense><PartnerDialog partner={partner} {...turns} /></Suspense>}
    />
  )
}

function Contact({ partner: { contactPerson, phone, email } }: { partner: PartnerRow }) {
  const lines = [contactPerson, phone, email].filter((line) => line !== '')
  return lines.length === 0 ? '—' : lines.map((line) => <span key={line} className="block whitespace-nowrap">{line}</span>)
}
