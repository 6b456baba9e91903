import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { ProgressBar } from '@sasaeai/ui/progress-bar'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { CatalogueEntry, Specimen, SpecimenGrid } from './catalogue-entry.tsx'

/** notice-banner, status-chip, empty-state, loading-skeleton and progress-bar. */
export function NoticeSpecimens() {
  return (
    <>
      <CatalogueEntry name="notice-banner" title="お知らせ" description="言葉とアイコンで意味を伝えます。色だけには頼りません。">
        <div className="flex flex-col gap-4">
          <NoticeBanner tone="info" title="令和8年度の世帯数がまだ登録されていません">
            加入率は前年度の世帯数で計算しています。
          </NoticeBanner>
          <NoticeBanner tone="success" title="24件、128,500円を記帳しました" action={<Button size="small">受付票を印刷</Button>} />
          <NoticeBanner tone="warning" title="同じ自治会の会費が今年度すでに受け付けられています">
            5月12日に48,000円（伝票 No.1102）。分けて届いたものであれば、そのまま進めてください。
          </NoticeBanner>
          <NoticeBanner tone="error" title="合計が合いません" action={<Button size="small">違いを探す</Button>}>
            封筒の合計は128,500円、入力した合計は125,500円で、3,000円足りません。合うまで記帳できません。
          </NoticeBanner>
        </div>
      </CatalogueEntry>
      <CatalogueEntry name="status-chip" title="状態" description="一言の状態。意味は言葉が伝えます。">
        <div className="flex flex-wrap gap-2">
          <StatusChip>下書き</StatusChip>
          <StatusChip tone="accent">承認待ち</StatusChip>
          <StatusChip tone="success">記帳済み</StatusChip>
          <StatusChip tone="warning">送金残あり</StatusChip>
          <StatusChip tone="error">取消</StatusChip>
        </div>
      </CatalogueEntry>
      <CatalogueEntry name="empty-state" title="まだ何もない" description="なぜ空なのか、どうすれば埋まるのかを伝えます。">
        <div className="rounded-8 border border-line">
          <EmptyState title="今日の受付はまだありません" action={<Button variant="primary">束を受け付ける</Button>}>
            自治会から届いた封筒を、一つの束として受け付けます。
          </EmptyState>
        </div>
      </CatalogueEntry>
      <CatalogueEntry name="progress-bar" title="待ち時間" description="届くものの形を先に見せ、長い仕事は進み具合を示します。">
        <SpecimenGrid>
          <Specimen state="読み込み中">
            <LoadingSkeleton lines={4} />
          </Specimen>
          <Specimen state="進み具合">
            <div className="flex flex-col gap-6">
              <ProgressBar label="名簿を取り込んでいます" done={1200} total={3400} text="1,200 / 3,400件" />
              <ProgressBar label="ファイルを調べています" />
            </div>
          </Specimen>
        </SpecimenGrid>
      </CatalogueEntry>
    </>
  )
}
