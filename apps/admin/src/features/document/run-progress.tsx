import { isUnfinished, leftOutOf } from '@sasaeai/domain/document/document-run'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { ProgressBar } from '@sasaeai/ui/progress-bar'
import type { DocumentRun } from './paper-address.ts'

/** How far a run has come, and what became of it. */
export function RunProgress({ run }: { run: DocumentRun }) {
  const { status, doneCount, totalCount, problems } = run
  if (isUnfinished(status)) {
    const isSetting = totalCount > 0 && doneCount === totalCount
    return (
      <ProgressBar
        label={status === 'waiting' ? '順番を待っています' : isSetting ? 'ファイルにまとめています' : '作成しています'}
        {...(totalCount === 0 || isSetting ? {} : { done: doneCount, total: totalCount })}
        text={totalCount === 0 ? undefined : `${doneCount.toLocaleString('ja-JP')} / ${totalCount.toLocaleString('ja-JP')}件`}
      />
    )
  }
  return (
    <>
      {status === 'done' && <NoticeBanner tone="success" isLive title="できあがりました">{totalCount > 0 && `${(totalCount - leftOutOf(problems)).toLocaleString('ja-JP')}件です。`}帳票の一覧にも残ります。</NoticeBanner>}
      {problems.length > 0 && <RunProblems run={run} />}
    </>
  )
}

/** What could not be put on paper, or should be looked at: the first of it, and how much more there is. */
function RunProblems({ run: { status, problems } }: { run: DocumentRun }) {
  const shown = problems.slice(0, 20)
  const [first] = problems
  if (status === 'failed' && problems.length === 1 && first?.subject === '') {
    return <NoticeBanner tone="error" isLive title={first.message} />
  }
  return (
    <NoticeBanner tone={status === 'failed' ? 'error' : 'warning'} isLive title={titleOf(problems)}>
      <ul className="list-disc pl-5">
        {shown.map(({ subject, message }, index) => (
          <li key={`${index}.${subject}`}>{subject === '' ? message : `${subject}：${message}`}</li>
        ))}
      </ul>
      {problems.length > shown.length && `ほか${(problems.length - shown.length).toLocaleString('ja-JP')}件`}
    </NoticeBanner>
  )
}

function titleOf(problems: DocumentRun['problems']): string {
  const leftOut = leftOutOf(problems)
  const toCheck = problems.length - leftOut
  const words = (count: number) => `${count.toLocaleString('ja-JP')}件`
  if (leftOut === 0) return `紙を確かめていただきたいものが${words(toCheck)}あります`
  return `紙にできなかったものが${words(leftOut)}あります${toCheck === 0 ? '' : `。ほかに確かめていただきたいものが${words(toCheck)}あります`}`
}
