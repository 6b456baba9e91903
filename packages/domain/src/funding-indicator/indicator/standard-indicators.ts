import type { HouseholdBasis } from '../../area/household-basis.ts'
import { type FundingCategory, fundingCategoryNames } from '../../ledger/funding-category.ts'
import type { ComputationKey } from './computations.ts'
import type { IndicatorDetails } from './indicator-details.ts'
import type { VersionContent } from './indicator-version-input.ts'
import { ownIncomeIndicators } from './standard-own-income.ts'

/** An indicator as a new council finds it, with the first version of its definition. */
export interface StandardIndicator extends Omit<IndicatorDetails, 'displayOrder' | 'owner'> {
  readonly definition: string
  readonly formula: string
  readonly computation: ComputationKey
  readonly parameters: VersionContent['parameters']
}

/** What is raised, as a board asks for it: dues, both drives, gifts. */
const raised = ['membership_dues', 'community_chest', 'year_end_mutual_aid', 'donation'] as const satisfies readonly FundingCategory[]
const joinedHouseholds: HouseholdBasis = 'association_membership'

const percent = { unit: '%', decimals: 1, direction: 'higher' } as const

const duesIndicators: readonly StandardIndicator[] = [
  {
    ...percent, code: '20', name: '会員加入率（住基世帯）', category: '社協会費', computation: 'dues_enrollment', parameters: { basis: 'resident_register' },
    definition: 'その年度の会費を納めた世帯が、住民基本台帳の世帯に占める割合。', formula: '会費を納めた世帯 ÷ 住基世帯 × 100',
  },
  {
    ...percent, code: '21', name: '会員加入率（自治会加入世帯）', category: '社協会費', computation: 'dues_enrollment', parameters: { basis: joinedHouseholds },
    definition: 'その年度の会費を納めた世帯が、自治会に加入している世帯に占める割合。', formula: '会費を納めた世帯 ÷ 自治会加入世帯 × 100',
  },
  {
    ...percent, code: '22', name: '会費充当率', category: '社協会費', computation: 'dues_coverage', parameters: {},
    definition: '社協会費が、地域福祉活動の経費のどれだけに当たるか。経費は「財源の構成」の基礎数値。', formula: '社協会費 ÷ 地域福祉活動の経費 × 100',
  },
  ...memberIndicators(),
]

function memberIndicators(): readonly StandardIndicator[] {
  const base = { category: '社協会費', decimals: 0, unit: '件', parameters: {} } as const
  return [
    { ...base, code: '25', name: '法人会員の新規', direction: 'higher', computation: 'members_joined', definition: '年度のうちに入会した法人・団体の会員。', formula: '入会した法人会員の数' },
    { ...base, code: '26', name: '法人会員の退会', direction: 'lower', computation: 'members_left', definition: '年度のうちに退会した法人・団体の会員。', formula: '退会した法人会員の数' },
    {
      ...base, ...percent, code: '27', name: '法人会員の継続率', computation: 'member_retention',
      definition: '前年度末の法人・団体の会員のうち、年度末（年度の途中はその日）も会員である割合。', formula: '続いている法人会員 ÷ 前年度末の法人会員 × 100',
    },
  ]
}

/** 目標達成率 and 前年比 of each kind of money that is raised. */
function ratesOfMoney(): readonly StandardIndicator[] {
  return raised.flatMap((category, place) => {
    const name = fundingCategoryNames[category]
    const base = { ...percent, category: name, parameters: { categories: [category] } }
    return [
      { ...base, code: `3${place}`, name: `${name}の目標達成率`, computation: 'target_attainment' as const, definition: `${name}の受入額が、その年度の目標額のどれだけに達したか。`, formula: '受入額 ÷ 目標額 × 100' },
      { ...base, code: `4${place}`, name: `${name}の前年比`, computation: 'year_on_year' as const, definition: `${name}の受入額を、前年の同じ日までの受入額と比べた割合。`, formula: '受入額 ÷ 前年同日までの受入額 × 100' },
    ]
  })
}

const chestIndicators: readonly StandardIndicator[] = [
  {
    code: '50', name: '1世帯当たりの戸別募金', category: '共同募金', unit: '円', decimals: 0, direction: 'higher', computation: 'per_household',
    parameters: { categories: ['community_chest'], basis: joinedHouseholds },
    definition: '共同募金の戸別募金を、お願いした世帯（自治会加入世帯）で割った額。', formula: '戸別募金 ÷ 自治会加入世帯',
  },
  {
    ...percent, direction: 'none', code: '51', name: '戸別比率', category: '共同募金', computation: 'door_to_door_share', parameters: { categories: ['community_chest'] },
    definition: '共同募金のうち、戸別募金が占める割合。', formula: '戸別募金 ÷ 共同募金 × 100',
  },
  {
    code: '52', name: '送金残', category: '共同募金', unit: '円', decimals: 0, direction: 'lower', computation: 'custody_held', parameters: {},
    definition: '共同募金・歳末たすけあいの預り金のうち、まだ送金・支払をしていない額。', formula: '受け入れた募金 − 送金・直接支払',
  },
  {
    code: '53', name: '送金残の日数', category: '共同募金', unit: '日', decimals: 0, direction: 'lower', computation: 'custody_days', parameters: {},
    definition: 'まだ送金・支払をしていない預り金のうち、いちばん古い受入れからの日数。古い受入れから先に渡したものとして数える。', formula: '基準日 − いちばん古い受入れの日',
  },
  {
    ...percent, direction: 'lower', code: '54', name: '募金コスト率', category: '財源全体', computation: 'fundraising_cost', parameters: { categories: [...raised] },
    definition: '会費・募金・寄附を集めるためにかかった経費の割合。経費は「財源の構成」の基礎数値。', formula: '募金・寄附集めの経費 ÷ 会費・募金・寄附の受入額 × 100',
  },
]

const gift = { category: '寄附金', parameters: {}, direction: 'higher', decimals: 0 } as const

const giftIndicators: readonly StandardIndicator[] = [
  { ...gift, code: '60', name: '寄附の件数', unit: '件', computation: 'gift_count', definition: '寄附金の件数。戸別のまとめと、年度のうちに取り消したものを除く。', formula: '寄附の件数' },
  { ...gift, code: '61', name: '寄附の平均額', unit: '円', computation: 'gift_average', definition: '1件当たりの寄附金。戸別のまとめと、年度のうちに取り消したものを除く。', formula: '寄附の合計 ÷ 寄附の件数' },
  { ...gift, code: '62', name: '寄附の中央値', unit: '円', computation: 'gift_median', definition: '寄附を額の順に並べたとき、まん中にくる額。戸別のまとめと、年度のうちに取り消したものを除く。', formula: 'まん中の寄附の額（偶数のときは中央の2件の平均）' },
  { ...gift, ...percent, code: '63', name: '寄附者の継続率', computation: 'donor_retention', definition: '前年度に寄附した方のうち、今年度も寄附した方の割合。名前の分かる寄附者だけ。', formula: '今年度も寄附した方 ÷ 前年度に寄附した方 × 100' },
  { ...gift, direction: 'lower', code: '64', name: '前年だけの寄附者（LYBUNT）', unit: '人', computation: 'donor_lybunt', definition: '前年度に寄附し、今年度はまだの方。名前の分かる寄附者だけ。', formula: '前年度に寄附した方 − 今年度も寄附した方' },
  { ...gift, direction: 'none', code: '65', name: '以前の寄附者（SYBUNT）', unit: '人', computation: 'donor_sybunt', definition: 'これまでに寄附し、前年度も今年度も寄附のない方。名前の分かる寄附者だけ。', formula: '以前に寄附した方 − 前年度か今年度に寄附した方' },
]

/** 標準の指標: what DOMAIN calls 財源確保 indicators, to start with; every council changes them to its own plan. */
export const standardIndicators: readonly StandardIndicator[] = [
  ...ownIncomeIndicators, ...duesIndicators, ...ratesOfMoney(), ...chestIndicators, ...giftIndicators,
]
