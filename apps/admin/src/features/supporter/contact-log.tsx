import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { SupporterId } from '@sasaeai/domain/ids'
import { contactChannelNames } from '@sasaeai/domain/supporter/contact-channel'
import { Button } from '@sasaeai/ui/button'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Answered } from '../../app/answered.tsx'
import { trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'

const ContactDialog = lazy(async () => ({ default: (await import('./contact-dialog.tsx')).ContactDialog }))

/** 接触の記録 of a supporter, the newest first. Lines are never changed. */
export function ContactLog({ supporterId }: { readonly supporterId: SupporterId }) {
  const mayRead = useMayDo('supporter.read')
  const mayWrite = useMayDo('dues.write')
  const contacts = useQuery({ ...trpc.supporter.contacts.list.queryOptions({ supporterId }), enabled: mayRead })
  const [isOpen, setOpen] = useState(false)
  if (!mayRead) return null
  return (
    <section>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-[1.125rem] font-bold">接触の記録</h2>
        {mayWrite && <Button size="small" icon="plus" onClick={() => setOpen(true)}>記録を加える</Button>}
      </div>
      <Answered answer={contacts} lines={1}>
        {(lines) => (
          <>
            {lines.length === 0 && <p className="text-ink-sub">記録はまだありません。訪問や電話のあとに、ひとこと残しておけます。</p>}
            <ol className="flex flex-col divide-y divide-line-faint">
              {lines.map(({ contactId, contactedOn, channel, counterpart, summary, recordedBy }) => (
                <li key={contactId} className="py-3">
                  <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.9375rem]">
                    <span className="figures font-bold">{formatLocalDate(contactedOn)}</span>
                    <StatusChip>{contactChannelNames[channel]}</StatusChip>
                    {counterpart !== '' && <span>{counterpart}</span>}
                  </p>
                  <p className="mt-1 whitespace-pre-line">{summary}</p>
                  <p className="text-[0.8125rem] text-ink-faint">記録：{recordedBy}</p>
                </li>
              ))}
            </ol>
          </>
        )}
      </Answered>
      <Suspense>{isOpen && <ContactDialog supporterId={supporterId} onClose={() => setOpen(false)} />}</Suspense>
    </section>
  )
}
