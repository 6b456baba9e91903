import { paymentKeyNames, webhookPath } from '@sasaeai/domain/online-giving/settings/payment-account-details'
import type { ReactNode } from 'react'
import { webhookApiVersion, webhookEventTypes } from '@sasaeai/domain/online-giving/settings/webhook-set-up'
import { CopyButton } from './copy-button.tsx'
import type { PaymentAccount } from './payment-accounts-page.tsx'
import { useSiteAddress } from './use-site-address.ts'

/** 鍵の設定のしかた: under which names the keys stand on the server, and where the gateway sends what happened. The keys themselves are never shown. */
export function PaymentKeyGuide({ accounts }: { accounts: readonly PaymentAccount[] }) {
  const site = useSiteAddress()
  return (
    <section aria-labelledby="payment-keys" className="mt-10 max-w-[56rem]">
      <h2 id="payment-keys" className="text-[1.25rem] font-bold">鍵の設定のしかた</h2>
      <ol className="mt-3 flex list-decimal flex-col gap-2 pl-6">
        <li>Stripeの管理画面で「開発者」→「APIキー」を開き、シークレットキー（sk_live_…）をつくります。</li>
        <li>「Webhook」で送信先を追加し、下の「通知の送り先」を登録して、署名シークレット（whsec_…）を控えます。</li>
        <li>サーバーの管理者が、下の名前の環境変数に2つの鍵を設定し、サーバーを再起動します。鍵は、この画面にもデータベースにも保存しません。</li>
        <li>この画面の「鍵」が「本番」になれば、受付を始められます。</li>
      </ol>
      <details className="mt-4 rounded-8 border border-line bg-white p-4">
        <summary className="cursor-pointer font-bold">Webhookで選ぶもの（APIのバージョンと、送る通知 {webhookEventTypes.length}種類）</summary>
        <p className="mt-3">APIのバージョン：<code>{webhookApiVersion}</code></p>
        <ul className="mt-2 grid gap-x-6 gap-y-1 text-[0.875rem] sm:grid-cols-2">
          {webhookEventTypes.map((type) => <li key={type}><code className="break-all">{type}</code></li>)}
        </ul>
      </details>
      <div className="mt-5 flex flex-col gap-5">
        {accounts.map(({ id, code, name, gatewayAccountId }) => {
          const { secretKey, webhookSecret } = paymentKeyNames(code)
          const address = `${site}${webhookPath(code)}`
          return (
            <section key={id} aria-label={`${name}の鍵`} className="rounded-8 border border-line bg-white p-4">
              <h3 className="font-bold">{name}</h3>
              <dl className="mt-2 grid gap-x-6 gap-y-2 text-[0.9375rem] sm:grid-cols-[11rem_minmax(0,1fr)]">
                <Line term="シークレットキー"><code className="break-all">{secretKey}</code></Line>
                <Line term="署名シークレット"><code className="break-all">{webhookSecret}</code></Line>
                <Line term="通知の送り先">
                  <code className="break-all">{address}</code> <CopyButton text={address} label={`${name}の通知の送り先をコピーする`} />
                </Line>
                <Line term="Stripeの口座"><span className="break-all">{gatewayAccountId === '' ? '最初の通知が届くと分かります' : gatewayAccountId}</span></Line>
              </dl>
            </section>
          )
        })}
      </div>
    </section>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-ink-sub">{term}</dt>
      <dd className="max-sm:mb-2">{children}</dd>
    </div>
  )
}
