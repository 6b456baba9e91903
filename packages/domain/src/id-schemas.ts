import { z } from 'zod'

/** A schema for one kind of id (see ids). Upper case is accepted and stored as lower case, as PostgreSQL prints it. */
function idSchema<Brand extends string>() {
  return z.uuid({ error: '識別子の形式が正しくありません。' }).toLowerCase().brand<Brand>()
}

export const areaTypeIdSchema = idSchema<'AreaTypeId'>()
export const areaIdSchema = idSchema<'AreaId'>()
export const supporterIdSchema = idSchema<'SupporterId'>()
export const ledgerAccountIdSchema = idSchema<'LedgerAccountId'>()
export const fundingSourceIdSchema = idSchema<'FundingSourceId'>()
export const campaignIdSchema = idSchema<'CampaignId'>()
export const collectionMethodIdSchema = idSchema<'CollectionMethodId'>()
export const fundIdSchema = idSchema<'FundId'>()
export const duesKindIdSchema = idSchema<'DuesKindId'>()
export const journalEntryIdSchema = idSchema<'JournalEntryId'>()
export const intakeBatchIdSchema = idSchema<'IntakeBatchId'>()
export const intakeLineIdSchema = idSchema<'IntakeLineId'>()
export const auditEventIdSchema = idSchema<'AuditEventId'>()
export const userIdSchema = idSchema<'UserId'>()
export const membershipIdSchema = idSchema<'MembershipId'>()
export const prospectIdSchema = idSchema<'ProspectId'>()
export const duesRequestIdSchema = idSchema<'DuesRequestId'>()
export const shareBackRunIdSchema = idSchema<'ShareBackRunId'>()
export const outreachEventIdSchema = idSchema<'OutreachEventId'>()
export const documentRunIdSchema = idSchema<'DocumentRunId'>()
export const storedDocumentIdSchema = idSchema<'StoredDocumentId'>()
export const receiptIdSchema = idSchema<'ReceiptId'>()
