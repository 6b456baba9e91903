import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { Button } from '@sasaeai/ui/button'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useToast } from '@sasaeai/ui/toast'
import { useQuery } from '@tanstack/react-query'
import { createPortal } from 'react-dom'
import { frontDoor } from '../../app/shell-queries.ts'
import { useToday } from '../../app/use-today.ts'

interface RecoveryCodesProps {
  readonly codes: readonly string[]
}

/** The codes that open the account once each when the phone is lost; they are shown this one time. */
export function RecoveryCodes({ codes }: RecoveryCodesProps) {
  const copy = useCopy(codes)
  return (
    <div className="flex flex-col gap-4">
      <NoticeBanner tone="warning" title="回復コードを控えてください">
        スマートフォンをなくしたときに、1つで1回だけサインインできます。この画面を閉じると、もう表示できません。紙に書くか印刷して、鍵のかかる所に置いてください。
      </NoticeBanner>
      <ul aria-label="回復コード" className="grid grid-cols-2 gap-x-6 gap-y-2 rounded-8 bg-surface-sub px-5 py-4 font-mono text-[1.0625rem]">
        {codes.map((code) => (
          <li key={code} className="select-all">{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button icon="printer" onClick={() => print()}>印刷する</Button>
        <Button icon="copy" onClick={() => void copy()}>コピーする</Button>
      </div>
      {createPortal(<PrintedCodes codes={codes} />, document.body)}
    </div>
  )
}

/** What lies in the locked drawer: whose codes of what they are, since when, and nothing of the page around. */
function PrintedCodes({ codes }: RecoveryCodesProps) {
  const door = useQuery(frontDoor())
  const today = useToday()
  return (
    <section className="alone-on-paper" aria-hidden="true">
      <h1 className="text-[1.25rem] font-bold">回復コード</h1>
      <p>
        {door.data?.isSetUp === true && door.data.council.name}　{formatLocalDate(today)}作成
      </p>
      <p>スマートフォンをなくしたときに、1つで1回だけサインインできます。使ったコードは線で消してください。</p>
      <ul className="mt-4 grid grid-cols-2 gap-y-3 font-mono text-[1.25rem]">
        {codes.map((code) => (
          <li key={code}>□ {code}</li>
        ))}
      </ul>
    </section>
  )
}

/** One code a line. Browsers keep the clipboard from pages that did not come by https. */
function useCopy(codes: readonly string[]): () => Promise<void> {
  const toast = useToast()
  return async () => {
    try {
      await navigator.clipboard.writeText(codes.join('\n'))
      toast({ text: '回復コードをコピーしました' })
    } catch {
      toast({ tone: 'error', text: 'コピーできませんでした。印刷するか、コードを選んで写してください。' })
    }
  }
}
