import { z } from 'zod'

/** The identity of a row: a UUID in lower case. Never shown to people, who read numbers of their own. */
export type Id<Brand extends string> = string & z.core.$brand<Brand>

/** A schema for one kind of id. Upper case is accepted and stored as lower case, as PostgreSQL prints it. */
function idSchema<Brand extends string>() {
  return z.uuid({ error: '識別子の形式が正しくありません。' }).toLowerCase().brand<Brand>()
}

/** Brands the text of a UUID as an id. @throws RangeError when it is not a UUID. */
export function id<Brand extends string>(text: string): Id<Brand> {
  const lower = text.toLowerCase()
  if (!uuidPattern.test(lower)) throw new RangeError(`not a UUID: ${text}`)
  return lower as Id<Brand>
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** 地域の種別 */
export const areaTypeIdSchema = idSchema<'AreaTypeId'>()
export type AreaTypeId = Id<'AreaTypeId'>

/** 地域 */
export const areaIdSchema = idSchema<'AreaId'>()
export type AreaId = Id<'AreaId'>

/** 支援者 */
export const supporterIdSchema = idSchema<'SupporterId'>()
export type SupporterId = Id<'SupporterId'>

/** 勘定科目 */
export const ledgerAccountIdSchema = idSchema<'LedgerAccountId'>()
export type LedgerAccountId = Id<'LedgerAccountId'>

/** 財源 */
export const fundingSourceIdSchema = idSchema<'FundingSourceId'>()
export type FundingSourceId = Id<'FundingSourceId'>

/** 運動 */
export const campaignIdSchema = idSchema<'CampaignId'>()
export type CampaignId = Id<'CampaignId'>

/** 募金方法 */
export const collectionMethodIdSchema = idSchema<'CollectionMethodId'>()
export type CollectionMethodId = Id<'CollectionMethodId'>

/** 使途・基金 */
export const fundIdSchema = idSchema<'FundId'>()
export type FundId = Id<'FundId'>

/** 会員種別 */
export const duesKindIdSchema = idSchema<'DuesKindId'>()
export type DuesKindId = Id<'DuesKindId'>

/** 仕訳・伝票 */
export const journalEntryIdSchema = idSchema<'JournalEntryId'>()
export type JournalEntryId = Id<'JournalEntryId'>

/** 受付の束 */
export const intakeBatchIdSchema = idSchema<'IntakeBatchId'>()
export type IntakeBatchId = Id<'IntakeBatchId'>

/** 受付の明細 */
export const intakeLineIdSchema = idSchema<'IntakeLineId'>()
export type IntakeLineId = Id<'IntakeLineId'>

/** 監査ログの一件 */
export const auditEventIdSchema = idSchema<'AuditEventId'>()
export type AuditEventId = Id<'AuditEventId'>

/** 利用者 */
export const userIdSchema = idSchema<'UserId'>()
export type UserId = Id<'UserId'>

/** 会員 */
export const membershipIdSchema = idSchema<'MembershipId'>()
export type MembershipId = Id<'MembershipId'>

/** 入会の見込み */
export const prospectIdSchema = idSchema<'ProspectId'>()
export type ProspectId = Id<'ProspectId'>

/** 納入のお願い */
export const duesRequestIdSchema = idSchema<'DuesRequestId'>()
export type DuesRequestId = Id<'DuesRequestId'>

/** 還元金の計算 */
export const shareBackRunIdSchema = idSchema<'ShareBackRunId'>()
export type ShareBackRunId = Id<'ShareBackRunId'>

/** 説明・広報の記録 */
export const outreachEventIdSchema = idSchema<'OutreachEventId'>()
export type OutreachEventId = Id<'OutreachEventId'>

/** 帳票作成 */
export const documentRunIdSchema = idSchema<'DocumentRunId'>()
export type DocumentRunId = Id<'DocumentRunId'>

/** 保管文書 */
export const storedDocumentIdSchema = idSchema<'StoredDocumentId'>()
export type StoredDocumentId = Id<'StoredDocumentId'>

/** 領収書 */
export const receiptIdSchema = idSchema<'ReceiptId'>()
export type ReceiptId = Id<'ReceiptId'>
