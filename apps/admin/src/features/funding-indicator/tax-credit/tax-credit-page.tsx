import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { Button } from '@sasaeai/ui/button'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { PostingMomentForm } from '../posting-moment-form.tsx'
import { PeriodTest } from './period-test.tsx'

/** 税額控除: whether the council's gifts would do for 税額控除対象法人, and what is missing. */
export function TaxCreditPage() {
  const { postedUntil } = useSearch({ from: '/staff/tax-credit' })
  const navigate = useNavigate({ from: '/tax-credit' })
  const answer = useQuery({ ...trpc.taxCredit.test.queryOptions({ postedUntil }), placeholderData: keepPreviousData })
  const exporting = useMutation(trpc.taxCredit.exportTest.mutationOptions())
  const tests = answer.data
  return (
    <div className="flex flex-col gap-10 print:gap-4" aria-busy={answer.isPlaceholderData}>
      <div className="-mb-8 print:-mb-4">
        <PageHeader
          title="税額控除対象法人の要件"
          description={`寄附の要件1・要件2のどちらかを満たすと、所轄庁に証明を申請できます。証明の有効期間は5年です。${postedUntil === undefined ? '' : postedUntilWords(postedUntil)}`}
          actions={
            <>
              <Button icon="printer" onClick={() => window.print()}>印刷（A4）</Button>
              <ExportChoice subject="税額控除の要件" write={(format) => exporting.mutateAsync({ postedUntil, format })} />
            </>
          }
        />
      </div>
      {answer.isError && tests === undefined && <PageError reset={() => void answer.refetch()} />}
      {answer.isPending && <LoadingSkeleton lines={12} />}
      {tests !== undefined && (
        <>
          <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: { postedUntil: moment } })} />
          <PeriodTest test={tests.past} title="今申請するとき" postedUntil={postedUntil} />
          <PeriodTest test={tests.preview} title="今年度が終わってから申請するとき" isPreview postedUntil={postedUntil} />
          <CountingRules isPast={postedUntil !== undefined} />
        </>
      )}
    </div>
  )
}

/** What is counted how, and what the office has to ask about before it applies. */
function CountingRules({ isPast }: { readonly isPast: boolean }) {
  return (
    <NoticeBanner tone="info" title="申請の前に、数え方を所轄庁に確認してください">
      <ul className="list-disc pl-5">
        <li>寄附者は、同じ年度に合わせて3,000円以上の寄附をし、氏名・名称と住所の分かる人と団体です。名寄せした人は1人と数えます。</li>
        <li>お金の寄附だけを数えます。物品の寄附、協賛・収益、取り消した寄附、預り金（共同募金・歳末）は数えません。会費は、年度の条件で控除の対象と定めた会員種別を、名前を書いて納めた人だけ数えます。</li>
        <li>役員とその家族、生計を一にする家族の数え方、物品の扱い、端数の処理は、このシステムでは判定していません。保育所などの定員による特例も計算していません。</li>
        <li>費用には「事業活動の支出」を使います。要件にいう「社会福祉事業に係る費用」「経常収入」に入るものと違うことがあります。</li>
        <li>要件1の30万円は、数えている寄附者の寄附だけで判定しています。費用が未入力の年度は、割増しをせずに数えています。</li>
        {isPast && <li>過去の時点で見ても、住所・氏名・名寄せは、いまの登録のとおりです。</li>}
        <li>寄附のほかに、定款・役員名簿などの閲覧と、寄附者名簿の作成・保存も要件です。</li>
      </ul>
    </NoticeBanner>
  )
}
