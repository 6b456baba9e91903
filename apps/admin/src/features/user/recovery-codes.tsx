import { NoticeBanner } from '@sasaeai/ui/notice-banner'

/** The codes that open the account once each when the phone is lost; they are shown this one time. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <div className="flex flex-col gap-4">
      <NoticeBanner tone="warning" title="回復コードを控えてください">
        スマートフォンをなくしたときに、1つで1回だけサインインできます。この画面を閉じると、もう表示できません。紙に書き、鍵のかかる所に置いてください。
      </NoticeBanner>
      <ul aria-label="回復コード" className="grid grid-cols-2 gap-x-6 gap-y-2 rounded-8 bg-surface-sub px-5 py-4 font-mono text-[1.0625rem]">
        {codes.map((code) => (
          <li key={code} className="select-all">{code}</li>
        ))}
      </ul>
    </div>
  )
}
