import type { DemoAccount } from '@sasaeai/domain/user/demo-accounts'
import { roleNames } from '@sasaeai/domain/user/role-name'

interface DemoSignInsProps {
  readonly password: string
  readonly accounts: readonly DemoAccount[]
  /** Told whose line was pressed. */
  readonly onChoose: (account: DemoAccount) => void
}

/** Whom to sign in as in a demo council; a press fills in the form. */
export function DemoSignIns({ password, accounts, onChoose }: DemoSignInsProps) {
  return (
    <section aria-labelledby="demo-title" className="mt-8 border-t border-line pt-5">
      <h2 id="demo-title" className="font-bold">デモのサインイン</h2>
      <p className="mt-1 text-[0.875rem] text-ink-sub">
        実際のお金は動きません。役割を選ぶと、上の欄に入ります。
        <br />
        パスワードはどれも <code className="font-bold whitespace-nowrap text-ink select-all">{password}</code>
      </p>
      <ul className="mt-2">
        {accounts.map((account) => (
          <li key={account.email} className="border-b border-line-faint last:border-b-0">
            <button type="button" onClick={() => onChoose(account)}
              className="-mx-3 flex min-h-11 w-[calc(100%+1.5rem)] cursor-pointer items-center gap-3 rounded-8 px-3 py-1 text-left hover:bg-accent-soft">
              <span className="w-[4.25rem] shrink-0 font-bold text-accent">{roleNames[account.role]}</span>
              <span className="min-w-0 flex-1 text-[0.875rem] break-all text-ink-sub">{account.email}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
