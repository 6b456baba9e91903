import { formatLocalDate } from '../calendar/japanese-era.ts'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { householdBasisNames } from '../area/household-basis.ts'
import { countMeaningNames, nationalMethodCategoryNames } from '../community-chest/method/collection-method-kind.ts'
import { copiedGoalNames } from '../community-chest/campaign/campaign-input.ts'
import { driveKindNames } from '../community-chest/campaign/drive-kind.ts'
import { rateRoundingNames } from '../community-chest/rules/chest-rules-input.ts'
import { remittanceModeNames } from '../community-chest/campaign/remittance-mode.ts'
import { documentKindNames } from '../document/document-kind.ts'
import { intakeStatusNames } from '../intake/intake-status.ts'
import { externalApplicationStateNames } from '../funding-indicator/external-fund/external-application-state.ts'
import { externalCallKindNames } from '../funding-indicator/external-fund/external-call-kind.ts'
import { districtPlanStateNames } from '../funding-indicator/plan/district-plan-state.ts'
import { planKindNames } from '../funding-indicator/plan/plan-kind.ts'
import { accountBookNames } from '../ledger/account-book.ts'
import { accountCategoryNames } from '../ledger/account-category.ts'
import { fundingCategoryNames } from '../ledger/funding-category.ts'
import { duesPayerNames, duesUnitNames } from '../membership-dues/terms/dues-unit.ts'
import { membershipRouteNames } from '../membership-dues/member/membership-route.ts'
import { outreachKindNames } from '../membership-dues/outreach/outreach-kind.ts'
import { prospectStageNames } from '../membership-dues/prospect/prospect-stage.ts'
import { withdrawalWayNames } from '../goodwill-bank/withdrawal/withdrawal-way.ts'
import { formatBasisPoints } from '../money/basis-points.ts'
import { moneyHoldingNames } from '../ledger/money-holding.ts'
import { acknowledgmentNames } from '../supporter/acknowledgment.ts'
import { contactChannelNames } from '../supporter/contact-channel.ts'
import { donorAttributeNames } from '../supporter/donor-attribute.ts'
import { receiptDeliveryNames } from '../supporter/receipt-delivery.ts'
import { supporterKindNames } from '../supporter/supporter-kind.ts'
import { auditFieldName } from './audit-field-names.ts'
import { auditThingName } from './audit-vocabulary.ts'
import { roleNames } from './role-name.ts'

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

/** What was recorded of a thing, field by field: most events carry a record, a bare value stands under one name. */
export function auditFields(value: unknown): Readonly<Record<string, unknown>> {
  if (value === null || value === undefined) return {}
  return typeof value === 'object' && !Array.isArray(value) ? { ...value } : { 内容: value }
}

/** The same as lines of text: 「名称・氏名：日吉」. */
export function auditFieldLines(value: unknown, namesById: ReadonlyMap<string, string>): string[] {
  return Object.entries(auditFields(value)).map(([name, each]) => `${auditNameOfField(name, namesById)}：${auditValueText(name, each, namesById)}`)
}

/** What a field is called; records about many things of the council go by their ids. */
export function auditNameOfField(field: string, namesById: ReadonlyMap<string, string>): string {
  return namesById.get(field) ?? auditFieldName(field)
}

/** A value of an event's before or after in a clerk's words; ids become the names they stand for, where known. */
export function auditValueText(field: string, value: unknown, namesById: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ'
  if (typeof value === 'number') return numberText(field, value)
  if (field === 'thing' && typeof value === 'string') return auditThingName(value)
  if (typeof value === 'string') return wordsOfField[field]?.[value] ?? namesById.get(value) ?? wordText(value)
  if (Array.isArray(value)) return value.map((each) => auditValueText(field, each, namesById)).join('、')
  return Object.entries(value).map(([name, each]) => `${auditNameOfField(name, namesById)} ${auditValueText(name, each, namesById)}`).join('・')
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
