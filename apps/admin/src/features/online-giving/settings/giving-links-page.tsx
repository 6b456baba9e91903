import { formatYen } from '@sasaeai/domain/money/yen'
import { givingLinkPath } from '@sasaeai/domain/online-giving/settings/giving-link-details'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { GroundItemPage } from '../../council/ground-item-page.tsx'
import { AreaLinksDialog } from './area-links-dialog.tsx'
import { GivingLinkDialog } from './giving-link-dialog.tsx'
import { GivingLinkFilters } from './giving-link-filters.tsx'
import { GivingLinkQr } from './giving-link-qr.tsx'

export type GivingLink = RouterOutput['onlineGiving']['settings']['link']['list'][number]

/** With what a list of ground data calls its rows by. */
const asItem = (link: GivingLink) => ({ ...link, name: link.label })

/** 短いリンク and their QR codes: to be printed, put up and handed out. */
export function GivingLinksPage() {
  const { link, target } = trpc.onlineGiving.settings
  const links = useQuery({ ...link.list.queryOptions(), select: (rows) => rows.map(asItem) })
  const targets = useQuery(target.list.queryOptions())
  const close = useMutation(link.close.mutationOptions())
  const reopen = useMutation(link.reopen.mutationOptions())
  const remove = useMutation(link.remove.mutationOptions())
  const write = useMutation(link.export.mutationOptions())
  const [shown, setShown] = useState<GivingLink>()
  const [targetId, setTargetId] = useState('')
  const [laysForAreas, setLaysForAreas] = useState(false)
  const mayManage = useMayDo('giving.manage')
  const ofTarget = links.data?.filter((row) => targetId === '' || row.targetId === targetId)
  return (
    <>
      <GroundItemPage
        title="リンク・QR"
        noun="リンク"
        permission="giving.manage"
        headings={{ code: 'コード', name: '名前' }}
        description="QRコードから、受付項目・地域・金額が入った寄附のページを開きます。貼る場所や配る相手ごとにつくると、どこから寄附されたかが分かります。"
        items={{ ...links, data: ofTarget }}
        moreActions={
          <>
            <ExportChoice subject="リンク" write={(format) => write.mutateAsync({ site: window.location.origin, format })} />
            {mayManage && <Button onClick={() => setLaysForAreas(true)}>地域ごとにつくる</Button>}
          </>
        }
        filters={targets.data && <GivingLinkFilters targets={targets.data} onChoose={setTargetId} links={(ofTarget ?? []).filter(({ closedOn }) => closedOn === null)} />}
        empty={<EmptyState title="リンクはまだありません">ポスターや広報に載せるQRコードは、リンクを追加するとできます。</EmptyState>}
        columns={[
          { id: 'target', header: '受付項目', cell: (row) => row.target.title },
          { id: 'area', header: '地域', isWideOnly: true, cell: ({ areaName }) => areaName || '—' },
          { id: 'amount', header: '金額', align: 'end', cell: ({ amountYen }) => (amountYen === null ? '—' : `${formatYen(amountYen)}円`) },
          { id: 'starts', header: '申込み', align: 'end', isWideOnly: true, cell: ({ starts }) => `${starts}件` },
          { id: 'paid', header: '入金済み', align: 'end', cell: ({ paid }) => `${paid}件` },
          { id: 'qr', header: 'QR', isActs: true, cell: (row) => <span className="sm:-my-1.5"><Button size="small" className="whitespace-nowrap" aria-label={`${row.label}のQR・印刷`} onClick={() => setShown(row)}>QR・印刷</Button></span> },
        ]}
        verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
        dialog={(row, turns) => targets.data && <GivingLinkDialog link={row} targets={targets.data} {...turns} />}
      />
      {laysForAreas && targets.data && <AreaLinksDialog targets={targets.data} onClose={() => setLaysForAreas(false)} />}
      {shown !== undefined && <GivingLinkQr link={shown} path={givingLinkPath(shown.code)} onClose={() => setShown(undefined)} />}
    </>
  )
}
