import { type GivingTextName, givingTextNames, givingTextTitles } from '@sasaeai/domain/online-giving/settings/giving-text-name'
import { disclosureRows } from '@sasaeai/domain/online-giving/settings/disclosure-rows'
import { Button } from '@sasaeai/ui/button'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { DetailList } from '../../../app/detail-list.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import type { GivingSettings } from './giving-settings-page.tsx'
import { GivingTextDialog } from './giving-text-dialog.tsx'

interface GivingTextsProps {
  readonly settings: GivingSettings
  readonly onReload: () => void
}

/** 公開ページの文: each as givers read it, the standard one or the council's own. */
export function GivingTexts({ settings, onReload }: GivingTextsProps) {
  const mayManage = useMayDo('giving.manage')
  const [edited, setEdited] = useState<GivingTextName>()
  return (
    <>
      {settings.missing.length > 0 && (
        <NoticeBanner tone="info" title={`社協の情報に、${settings.missing.join('・')}がまだありません`} className="mb-6 print-hidden" action={<AppLink to="/settings/council">社協の情報を開く</AppLink>}>
          入力すると、標準の文にそのまま載ります。
        </NoticeBanner>
      )}
      <p className="phrases mb-6 max-w-[48rem] text-ink-sub">
        寄附される方に見えるとおりの文です。標準の文は、社協の情報と受付の決まりから組み立てています。規程に合わせて書き換えることもできます。
      </p>
      <div className="flex flex-col gap-8">
        {givingTextNames.map((name) => (
          <section key={name} aria-labelledby={`text-${name}`} className="rounded-8 border border-line bg-white p-5">
            <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line pb-3">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <h2 id={`text-${name}`} className="text-[1.125rem] font-bold">{givingTextTitles[name]}</h2>
                <StatusChip tone={settings.own[name] === '' ? 'neutral' : 'accent'}>{settings.own[name] === '' ? '標準の文' : '社協の文'}</StatusChip>
              </div>
              {mayManage && <Button size="small" className="print-hidden" aria-label={`${givingTextTitles[name]}を編集する`} onClick={() => setEdited(name)}>編集する</Button>}
            </div>
            <ShownText name={name} text={settings.shown[name]} />
          </section>
        ))}
      </div>
      {edited !== undefined && <GivingTextDialog key={`${edited}${settings.revision}`} name={edited} settings={settings} onClose={() => setEdited(undefined)} onReload={onReload} />}
    </>
  )
}

function ShownText({ name, text }: { name: GivingTextName; text: string }) {
  if (name === 'commercialDisclosure') return <DetailList lines={disclosureRows(text).map((row) => [row.heading, row.text] as const)} />
  return <p className="max-w-[48rem] leading-175 whitespace-pre-line">{text}</p>
}
