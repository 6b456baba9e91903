import type { DemoAccount } from '@sasaeai/domain/user/demo-accounts'
import { roleNames } from '@sasaeai/domain/user/role-name'

interface DemoSignInsProps {
  readonly password: string
  readonly accounts: readonly DemoAccount[]
}

/** Whom to sign in as in a demo council. */
export function DemoSignIns({ password, accounts }: DemoSignInsProps) {
  return (
    <section aria-labelledby="demo-title" className="mt-8 border-t border-line pt-5">
      <h2 id="demo-title" className="font-bold">デモのサインイン</h2>
      <p className="mt-1 text-[0.875rem] text-ink-sub">
        実際のお金は動きません。パスワードはどれも <code className="font-bold text-ink select-all">{password}</code> です。
      </p>
      <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-[0.9375rem]">
        {accounts.map(({ email, role }) => (
          <div key={email} className="contents">
            <dt className="text-ink-sub">{roleNames[role]}</dt>
            <dd className="break-all select-all">{email}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
