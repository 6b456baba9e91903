import { mayDo, type Permission } from '@sasaeai/domain/user/permission'
import type { Role } from '@sasaeai/domain/user/role'
import type { NavigationSection } from '@sasaeai/ui/shell-navigation'

type NavigationItem = NavigationSection['items'][number]

interface StaffSection {
  readonly label?: string
  /** Each line with what one must be allowed to do to see it. */
  readonly items: readonly (NavigationItem & { readonly permission: Permission })[]
}

/** Where what the gateway told is listed: how much of it was put aside stands beside it. */
const eventsHref = '/admin/online-giving/events'
/** Calls, applications and awards of others: how many of their deadlines are near stands beside it. */
const deadlinesHref = '/admin/external-funds'

/** The navigation, in the staff's words. A line appears here when its page exists. */
const sections: readonly StaffSection[] = [
  {
    label: '受付',
    items: [
      { href: '/admin/', label: '今日の受付', icon: 'home', permission: 'intake.read' },
      { href: '/admin/intake', label: '受付の一覧', icon: 'tray', permission: 'intake.read' },
      { href: '/admin/entries/new', label: '1件受付', icon: 'receipt', permission: 'ledger.post' },
      { href: '/admin/daily-report', label: '日計表', icon: 'table', permission: 'intake.read' },
    ],
  },
  {
    label: '支援者',
    items: [
      { href: '/admin/supporters', label: '名簿', icon: 'people', permission: 'supporter.read' },
      { href: '/admin/supporters/duplicates', label: '名寄せ', icon: 'search', permission: 'supporter.read' },
    ],
  },
  {
    label: '社協会費',
    items: [
      { href: '/admin/dues', label: '納入状況', icon: 'chart', permission: 'dues.read' },
      { href: '/admin/dues/requests', label: '納入のお願い', icon: 'feather', permission: 'dues.read' },
      { href: '/admin/dues/members', label: '会員', icon: 'person', permission: 'dues.read' },
      { href: '/admin/dues/checks', label: '確認が要る納入', icon: 'search', permission: 'dues.read' },
      { href: '/admin/dues/share-back', label: '還元金', icon: 'yen', permission: 'dues.read' },
      { href: '/admin/dues/year', label: '年間のまとめ', icon: 'table', permission: 'dues.read' },
      { href: '/admin/dues/materials', label: '資材', fold: '準備と広報', permission: 'dues.read' },
      { href: '/admin/dues/prospects', label: '入会の見込み', fold: '準備と広報', permission: 'dues.read' },
      { href: '/admin/dues/outreach', label: '説明会の記録', fold: '準備と広報', permission: 'dues.read' },
      { href: '/admin/dues/kinds', label: '会員種別と条件', fold: '準備と広報', permission: 'dues.read' },
    ],
  },
  {
    label: '共同募金・歳末',
    items: [
      { href: '/admin/chest', label: '運動の一覧', icon: 'feather', permission: 'chest.read' },
      { href: '/admin/chest/results', label: '募金実績', icon: 'table', permission: 'chest.read' },
      { href: '/admin/chest/days', label: '日々の伸び', icon: 'chart', permission: 'chest.read' },
      { href: '/admin/chest/custody', label: '預り金と送金', icon: 'yen', permission: 'chest.read' },
      { href: '/admin/chest/count', label: '金種計数', icon: 'tray', permission: 'chest.read' },
      { href: '/admin/chest/interim-receipts', label: '預り証', icon: 'receipt', permission: 'receipt.read' },
      { href: '/admin/chest/allocations', label: '配分金', icon: 'receipt', permission: 'chest.read' },
      { href: '/admin/chest/branches', label: '校区分会', icon: 'person', fold: '準備と公表', permission: 'chest.read' },
      { href: '/admin/chest/materials', label: '募金資材', icon: 'tray', fold: '準備と公表', permission: 'chest.read' },
      { href: '/admin/chest/points', label: '募金箱・協力店・街頭', icon: 'people', fold: '準備と公表', permission: 'chest.read' },
      { href: '/admin/chest/forms', label: '領収書用紙', icon: 'book', fold: '準備と公表', permission: 'receipt.read' },
      { href: '/admin/chest/publications', label: '結果の公表', icon: 'tray', fold: '準備と公表', permission: 'chest.read' },
    ],
  },
  {
    label: '助成',
    items: [
      { href: '/admin/grants', label: '助成の一覧', icon: 'yen', permission: 'grant.read' },
      { href: '/admin/grants/committees', label: '配分委員会', icon: 'people', permission: 'grant.read' },
      { href: '/admin/grants/review', label: '歳末の見直し', icon: 'chart', permission: 'grant.read' },
    ],
  },
  {
    label: '寄附',
    items: [
      { href: '/admin/donations', label: '寄附', icon: 'yen', permission: 'donation.read' },
      { href: '/admin/donations/sums', label: 'きっかけ・担当別', icon: 'chart', permission: 'donation.read' },
      { href: '/admin/donations/pledges', label: '予約・分割', icon: 'tray', permission: 'donation.read' },
      { href: '/admin/donations/acknowledgments', label: '芳名録', icon: 'people', permission: 'donation.read' },
      { href: '/admin/donations/alerts', label: '報告・感謝状', icon: 'search', permission: 'donation.read' },
      { href: '/admin/funds', label: '使途・基金の残高', icon: 'yen', permission: 'fund.read' },
      { href: '/admin/revenue', label: '協賛・収益', icon: 'chart', permission: 'fund.read' },
      { href: '/admin/partners', label: '地域貢献の相手', icon: 'people', permission: 'supporter.read' },
      { href: '/admin/goodwill', label: '在庫と残高', icon: 'gift', fold: '善意銀行', permission: 'goodwill.read' },
      { href: '/admin/goodwill/deposits', label: '預託', icon: 'tray', fold: '善意銀行', permission: 'goodwill.read' },
      { href: '/admin/goodwill/withdrawals', label: '払出', icon: 'heart', fold: '善意銀行', permission: 'goodwill.read' },
      { href: '/admin/goodwill/stocktakings', label: '棚卸と廃棄', icon: 'table', fold: '善意銀行', permission: 'goodwill.read' },
      { href: '/admin/goodwill/year', label: '年間報告', icon: 'chart', fold: '善意銀行', permission: 'goodwill.read' },
    ],
  },
  {
    label: 'オンライン寄附',
    items: [
      { href: '/admin/online-giving/gifts', label: 'オンライン寄附', icon: 'gift', permission: 'giving.read' },
      { href: '/admin/online-giving/recurring', label: '毎月の寄附', icon: 'heart', permission: 'giving.read' },
      { href: '/admin/online-giving/payouts', label: '入金', icon: 'yen', permission: 'giving.read' },
      { href: eventsHref, label: '通知', icon: 'tray', permission: 'giving.read' },
      { href: '/admin/online-giving/days', label: '日計', fold: '日計と手数料', permission: 'giving.read' },
      { href: '/admin/online-giving/fees', label: '手数料', fold: '日計と手数料', permission: 'giving.read' },
      { href: '/admin/online-giving/links', label: 'リンク・QR', icon: 'printer', permission: 'giving.read' },
      { href: '/admin/online-giving/targets', label: '受付項目', icon: 'gift', fold: '受付の準備', permission: 'giving.read' },
      { href: '/admin/online-giving/settings', label: '受付の設定', icon: 'tray', fold: '受付の準備', permission: 'giving.read' },
      { href: '/admin/online-giving/accounts', label: '支払いの受け口', icon: 'yen', fold: '受付の準備', permission: 'giving.read' },
    ],
  },
  {
    label: '領収書',
    items: [
      { href: '/admin/receipts', label: '領収書', icon: 'receipt', permission: 'receipt.read' },
      { href: '/admin/receipts/gifts', label: '未発行の寄附', icon: 'tray', permission: 'receipt.read' },
      { href: '/admin/receipts/annual', label: '年間証明', icon: 'people', permission: 'receipt.read' },
      { href: '/admin/receipts/register', label: '番号簿', icon: 'book', permission: 'receipt.read' },
      { href: '/admin/outbox', label: '送信箱', icon: 'tray', permission: 'mail.read' },
      { href: '/admin/papers', label: '帳票', icon: 'printer', permission: 'dues.read' },
    ],
  },
  {
    label: '財源確保',
    items: [
      { href: '/admin/funding', label: '財源ダッシュボード', icon: 'chart', permission: 'report.read' },
      { href: '/admin/executive', label: '経営のページ', icon: 'people', permission: 'report.read' },
      { href: '/admin/indicators', label: '指標', icon: 'table', permission: 'report.read' },
      { href: '/admin/plans', label: '計画', icon: 'check', permission: 'report.read' },
      { href: '/admin/income', label: '財源の構成', icon: 'table', permission: 'report.read' },
      { href: deadlinesHref, label: '外部資金', icon: 'gift', permission: 'report.read' },
      { href: '/admin/tax-credit', label: '税額控除', icon: 'check', permission: 'report.read' },
      { href: '/admin/donation-year', label: '寄附の年次報告', icon: 'gift', permission: 'report.read' },
      { href: '/admin/statutory-papers', label: '附属明細書', icon: 'table', permission: 'report.read' },
      { href: '/admin/reports', label: '報告書', icon: 'copy', permission: 'report.read' },
      { href: '/admin/entries', label: '仕訳・明細一覧', icon: 'book', permission: 'ledger.read' },
      { href: '/admin/journal-exports', label: '会計ソフトへの書き出し', icon: 'download', permission: 'journalExport.read' },
    ],
  },
  {
    label: '設定',
    items: [
      { href: '/admin/settings/council', label: '社協の情報', fold: '基本', permission: 'ground.read' },
      { href: '/admin/settings/fiscal-years', label: '年度と締め', fold: '基本', permission: 'ground.read' },
      { href: '/admin/settings/areas', label: '地域と世帯数', fold: '基本', permission: 'ground.read' },
      { href: '/admin/settings/letter-templates', label: '文書のひな形', fold: '基本', permission: 'ground.read' },
      { href: '/admin/settings/label-sheets', label: 'ラベル用紙', fold: '基本', permission: 'ground.read' },
      { href: '/admin/settings/ledger-accounts', label: '勘定科目', fold: 'お金', permission: 'ground.read' },
      { href: '/admin/settings/funding-sources', label: '財源と目標額', fold: 'お金', permission: 'ground.read' },
      { href: '/admin/settings/income-lines', label: '収入の区分', fold: 'お金', permission: 'report.read' },
      { href: '/admin/settings/collection-methods', label: '募金方法', fold: 'お金', permission: 'ground.read' },
      { href: '/admin/settings/funds', label: '使途・基金', fold: 'お金', permission: 'ground.read' },
      { href: '/admin/settings/donation-channels', label: '寄附のきっかけ', fold: 'お金', permission: 'ground.read' },
      { href: '/admin/settings/receipt-series', label: '領収書の系列と印影', fold: 'お金', permission: 'ground.read' },
      { href: '/admin/settings/grant-kinds', label: '助成の種類', fold: 'お金', permission: 'ground.read' },
      { href: '/admin/settings/goodwill-purposes', label: '預託の目的', fold: '善意銀行', permission: 'ground.read' },
      { href: '/admin/settings/goods-items', label: '善意銀行の品目', fold: '善意銀行', permission: 'ground.read' },
      { href: '/admin/users', label: '利用者', fold: '人と記録', permission: 'user.manage' },
      { href: '/admin/audit', label: '監査ログ', fold: '人と記録', permission: 'audit.read' },
      { href: '/admin/ledger-check', label: '整合性チェック', fold: '人と記録', permission: 'ledger.check' },
      { href: '/admin/catalogue', label: '部品カタログ', fold: '人と記録', permission: 'user.manage' },
    ],
  },
]

/** How much waits for somebody: 通知 that were put aside, and 外部資金 whose deadlines are near. */
export interface WaitingCounts {
  readonly putAside?: number | undefined
  readonly deadlines?: number | undefined
}

/** The lines that lead somewhere for this role, with what waits beside them. */
export function navigationFor(role: Role, { putAside = 0, deadlines = 0 }: WaitingCounts = {}): NavigationSection[] {
  const counts = new Map([[eventsHref, putAside], [deadlinesHref, deadlines]])
  return sections
    .map((section) => ({
      ...(section.label === undefined ? {} : { label: section.label }),
      items: section.items.filter((item) => mayDo(role, item.permission)).map((item) => {
        const count = counts.get(item.href) ?? 0
        return count > 0 ? { ...item, count } : item
      }),
    }))
    .filter((section) => section.items.length > 0)
}
