import { DetailList } from '../../../app/detail-list.tsx'
import type { RouterOutput } from '../../../app/trpc.ts'

type Sample = NonNullable<RouterOutput['receipt']['mail']['outlook']['sample']>

/** A mail as it will be put into the outbox. */
export function MailSample({ sample: { toName, toAddress, subject, body }, isServerSending }: { sample: Sample; isServerSending: boolean }) {
  return (
    <>
      <DetailList lines={[['宛先', `${toName}\n${toAddress}`], ['件名', subject]]} />
      {/* Takes the focus, so that a dialog that is longer than the screen can be read by keys. */}
      <section aria-label="本文" tabIndex={0} className="rounded-8 border border-line bg-surface-sub px-4 py-3 text-[0.9375rem] leading-170 break-words whitespace-pre-wrap">{body.trimEnd()}</section>
      {!isServerSending && <p className="text-[0.9375rem] text-ink-sub">メールサーバーが設定されていないので、送信箱に入るだけです。送信箱の文面と添付ファイルを使って、ふだんのメールソフトから送ってください。</p>}
    </>
  )
}
