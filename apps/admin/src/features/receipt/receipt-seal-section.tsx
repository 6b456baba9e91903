import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { Button } from '@sasaeai/ui/button'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ChangeEvent } from 'react'
import { base64OfFile } from '../../app/base64-of-file.ts'
import { trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'
import { useRunCommand } from '../../app/use-run-command.ts'

/** 印影: the picture of the council's seal that new receipts carry. */
export function ReceiptSealSection() {
  const seal = useQuery(trpc.receipt.series.seal.queryOptions())
  const mayManage = useMayDo('council.manage')
  const save = useMutation(trpc.receipt.series.saveSeal.mutationOptions())
  const withdraw = useMutation(trpc.receipt.series.withdrawSeal.mutationOptions())
  const run = useRunCommand()
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const { currentTarget: { files }, target } = event
    const file = files?.[0]
    if (file === undefined) return
    await run(async () => save.mutateAsync({ file: await base64OfFile(file) }), { done: '印影を登録しました。これから発行する領収書に印刷されます' })
    // The same file, corrected, can be chosen again.
    target.value = ''
  }
  return (
    <section aria-labelledby="seal" className="mt-10">
      <h2 id="seal" className="mb-1 text-[1.125rem] font-bold">印影</h2>
      <p className="mb-4 text-ink-sub">登録すると、これから発行する領収書に印刷されます。発行済みの領収書は変わりません。</p>
      <div className="flex flex-wrap items-start gap-6">
        {seal.data != null && (
          <figure className="flex items-end gap-3">
            <img src={seal.data.picture} alt="登録されている印影" className="size-24 rounded-8 border border-line bg-white object-contain p-1" />
            <figcaption className="text-[0.875rem] text-ink-sub">
              {formatLocalDate(localDateInTokyo(new Date(seal.data.uploadedAt)))}に{seal.data.uploadedByName}さんが登録
            </figcaption>
          </figure>
        )}
        {seal.data === null && <p>登録されていません。領収書には、印を押す場所をあけて印刷します。</p>}
        {mayManage && (
          <div className="flex flex-wrap items-end gap-4">
            <div>
              <label htmlFor="seal-file" className="font-bold">{seal.data == null ? '印影を登録する' : '別の印影にする'}</label>
              <p className="text-[0.875rem] text-ink-sub">正方形のPNGかJPEG（300KBまで）。背景は白か透明にします。</p>
              <input id="seal-file" type="file" accept="image/png,image/jpeg" onChange={(event) => void choose(event)}
                className="mt-1.5 block min-h-(--control) w-full cursor-pointer rounded-8 border border-line-field p-1.5 file:mr-3 file:min-h-8 file:cursor-pointer file:rounded-6 file:border-0 file:bg-accent-soft file:px-3 file:font-bold file:text-accent" />
            </div>
            {seal.data != null && <Button variant="quiet" onClick={() => void run(() => withdraw.mutateAsync(), { done: '印影を外しました' })}>印影を外す</Button>}
          </div>
        )}
      </div>
    </section>
  )
}
