import { givingPosterForms, givingPosterFormNames } from '@sasaeai/domain/online-giving/settings/giving-poster'
import { Dialog } from '@sasaeai/ui/dialog'
import { LinkButton } from '@sasaeai/ui/link-button'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { QrCode } from '../../user/qr-code.tsx'
import { CopyButton } from './copy-button.tsx'
import type { GivingLink } from './giving-links-page.tsx'
import { useSiteAddress } from './use-site-address.ts'

interface GivingLinkQrProps {
  readonly link: GivingLink
  readonly path: string
  readonly onClose: () => void
}

/** The QR code of a short link, its address, and papers to print it on. */
export function GivingLinkQr({ link, path, onClose }: GivingLinkQrProps) {
  const site = useSiteAddress()
  const address = `${site}${path}`
  return (
    <Dialog isOpen title={link.label} onClose={onClose}>
      <div className="flex flex-wrap items-start gap-6">
        <QrCode text={address} label={`${link.label}のQRコード`} />
        <div className="min-w-[14rem] flex-1">
          <p className="font-bold">アドレス</p>
          <p className="break-all"><code>{address}</code></p>
          <div className="mt-1 -ml-3 flex flex-wrap">
            <CopyButton text={address} label="アドレスをコピーする" />
          </div>
          <p className="mt-3 text-[0.9375rem] text-ink-sub">{link.target.title}のページを開きます。{link.areaName !== '' && `${link.areaName}の分として数えます。`}</p>
          <div className="mt-4 flex flex-wrap gap-2.5">
            <LinkButton href={path} target="_blank" rel="noreferrer" icon="external">ページを開く</LinkButton>
          </div>
        </div>
      </div>
      <section aria-labelledby="link-papers" className="mt-6 border-t border-line pt-5">
        <h3 id="link-papers" className="font-bold">印刷する</h3>
        <p className="phrases mt-1 mb-3 text-[0.875rem] text-ink-sub">QRコードは{site}を開きます。公開するアドレスと違うときは、公開するアドレスでこの画面を開き直してください。</p>
        <div className="flex flex-wrap gap-2.5">
          {givingPosterForms.map((form) => (
            <OrderPapersButton key={form} order={() => ({ kind: 'giving_posters', linkIds: [link.id], form, site: window.location.origin })}>{givingPosterFormNames[form]}</OrderPapersButton>
          ))}
        </div>
      </section>
    </Dialog>
  )
}
