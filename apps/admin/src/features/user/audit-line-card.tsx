import type { AppRouter } from '@sasaeai/api'
import { auditActionName, auditThingName } from '@sasaeai/domain/user/audit-vocabulary'
import type { inferRouterOutputs } from '@trpc/server'
import { AuditChange } from './audit-change.tsx'
import { formatInstantFully } from './instant-text.ts'

type AuditLine = inferRouterOutputs<AppRouter>['audit']['search']['lines'][number]

/** One event: when, who, what, to whom, why; what changed unfolds. */
export function AuditLineCard({ line }: { line: AuditLine }) {
  const { at, actorName, action, subjectKind, subjectName, subjectId, before, after, reason } = line
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[11rem_10rem_minmax(0,1fr)]">
      <time dateTime={at} className="figures text-[0.9375rem] text-ink-sub">{formatInstantFully(at)}</time>
      <span>{actorName ?? '（サインイン前）'}</span>
      <div className="min-w-0">
        <p>
          <span className="font-bold">{auditActionName(action)}</span>
          {subjectName !== null && subjectName !== actorName && `　${subjectName}さん`}
        </p>
        {reason !== '' && <p className="text-[0.9375rem]">理由：{refusalWords[reason] ?? reason}</p>}
        {(before !== null || after !== null) && (
          <details className="mt-1">
            <summary className="cursor-pointer text-[0.9375rem] text-accent">変わったところを見る</summary>
            <AuditChange before={before} after={after} />
            <p className="mt-1 text-[0.8125rem] break-all text-ink-sub">{auditThingName(subjectKind)}の番号：{subjectId}</p>
          </details>
        )}
      </div>
    </li>
  )
}

/** Why sign-ins are refused, as the sign-in service writes it. */
const refusalWords: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'メールアドレスかパスワードの誤り',
  USER_DISABLED: '利用停止中',
  TOO_MANY_ATTEMPTS: '回数の超過',
  INVALID_CODE: '確認コードの誤り',
  INVALID_BACKUP_CODE: '回復コードの誤り',
  ACCOUNT_TEMPORARILY_LOCKED: '間違いが続いたための一時停止',
}
