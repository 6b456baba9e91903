import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDateSchema } from '@sasaeai/domain/calendar/local-date-schema'
import { householdBasisNames } from '@sasaeai/domain/area/household-basis'
import { countMeaningNames, nationalMethodCategoryNames } from '@sasaeai/domain/community-chest/method/collection-method-kind'
import { copiedGoalNames } from '@sasaeai/domain/community-chest/campaign/campaign-input'
import { driveKindNames } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import { rateRoundingNames } from '@sasaeai/domain/community-chest/rules/chest-rules-input'
import { remittanceModeNames } from '@sasaeai/domain/community-chest/campaign/remittance-mode'
import { documentKindNames } from '@sasaeai/domain/document/document-kind'
import { intakeStatusNames } from '@sasaeai/domain/intake/intake-status'
import { externalApplicationStateNames } from '@sasaeai/domain/funding-indicator/external-fund/external-application-state'
import { externalCallKindNames } from '@sasaeai/domain/funding-indicator/external-fund/external-call-kind'
import { districtPlanStateNames } from '@sasaeai/domain/funding-indicator/plan/district-plan-state'
import { planKindNames } from '@sasaeai/domain/funding-indicator/plan/plan-kind'
import { accountBookNames } from '@sasaeai/domain/ledger/account-book'
import { accountCategoryNames } from '@sasaeai/domain/ledger/account-category'
import { fundingCategoryNames } from '@sasaeai/domain/ledger/funding-category'
import { duesPayerNames, duesUnitNames } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import { membershipRouteNames } from '@sasaeai/domain/membership-dues/member/membership-route'
import { outreachKindNames } from '@sasaeai/domain/membership-dues/outreach/outreach-kind'
import { prospectStageNames } from '@sasaeai/domain/membership-dues/prospect/prospect-stage'
import { withdrawalWayNames } from '@sasaeai/domain/goodwill-bank/withdrawal/withdrawal-way'
import { formatBasisPoints } from '@sasaeai/domain/money/basis-points'
import { moneyHoldingNames } from '@sasaeai/domain/ledger/money-holding'
import { acknowledgmentNames } from '@sasaeai/domain/supporter/acknowledgment'
import { contactChannelNames } from '@sasaeai/domain/supporter/contact-channel'
import { donorAttributeNames } from '@sasaeai/domain/supporter/donor-attribute'
import { receiptDeliveryNames } from '@sasaeai/domain/supporter/receipt-delivery'
import { supporterKindNames } from '@sasaeai/domain/supporter/supporter-kind'
import { auditFieldName } from '@sasaeai/domain/user/audit-field-names'
import { roleNames } from '@sasaeai/domain/user/role-name'

/** The codes that events carry, as the screens call them. 「その他」 goes by the same code in several lists. */
const words = new Map<string, string>(
  Object.entries({
    ...externalApplicationStateNames,
    ...externalCallKindNames,
    ...householdBasisNames,
    ...countMeaningNames,
    ...nationalMethodCategoryNames,
    ...driveKindNames,
    ...intakeStatusNames,
    ...accountCategoryNames,
    ...fundingCategoryNames,
    ...moneyHoldingNames,
    ...supporterKindNames,
    ...documentKindNames,
    ...outreachKindNames,
    ...planKindNames,
    ...roleNames,
    other: 'その他',
    password: 'パスワード',
    totp: '認証アプリの確認コード',
    recovery_code: '回復コード',
    passkey: 'パスキー',
    'utf-8-bom': 'UTF-8（Excel用）',
    cp932: 'Shift_JIS',
  }),
)

/** The same code means 世帯 as a unit and 戸別 as a method: these fields have words of their own. */
const wordsOfField: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  unit: duesUnitNames,
  payer: duesPayerNames,
  route: membershipRouteNames,
  stage: prospectStageNames,
  channel: contactChannelNames,
  book: accountBookNames,
  planState: districtPlanStateNames,
  remittanceMode: remittanceModeNames,
  way: withdrawalWayNames,
  copiedGoals: copiedGoalNames,
  rateRounding: rateRoundingNames,
  attribute: donorAttributeNames,
  acknowledgment: acknowledgmentNames,
  receiptDelivery: receiptDeliveryNames,
}

/** A value of an event's before or after in a clerk's words; ids become the names they stand for, where known. */
export function auditValueText(field: string, value: unknown, namesById: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ'
  if (typeof value === 'number') return numberText(field, value)
  if (typeof value === 'string') return wordsOfField[field]?.[value] ?? namesById.get(value) ?? wordText(value)
  if (Array.isArray(value)) return value.map((each) => auditValueText(field, each, namesById)).join('、')
  return Object.entries(value).map(([name, each]) => `${auditFieldName(name)} ${auditValueText(name, each, namesById)}`).join('・')
}

/** Years are no quantities and take no comma. */
function numberText(field: string, value: number): string {
  if (/basisPoints$/i.test(field)) return formatBasisPoints(value)
  if (field.endsWith('Yen')) return `${value.toLocaleString('ja-JP')}円`
  return /year$/i.test(field) ? String(value) : value.toLocaleString('ja-JP')
}

function wordText(text: string): string {
  const date = localDateSchema.safeParse(text)
  return date.success ? formatLocalDate(date.data) : (words.get(text) ?? text)
}
