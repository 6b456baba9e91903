import type { z } from 'zod'

/** The identity of a row: a UUID in lower case. Never shown to people, who read numbers of their own. */
export type Id<Brand extends string> = string & z.core.$brand<Brand>

/** Brands the text of a UUID as an id. @throws RangeError when it is not a UUID. */
export function id<Brand extends string>(text: string): Id<Brand> {
  const read = idIn<Brand>(text)
  if (read === undefined) throw new RangeError(`not a UUID: ${text}`)
  return read
}

/** The id that a value from outside holds, in lower case; undefined when it is not the text of a UUID. */
export function idIn<Brand extends string>(value: unknown): Id<Brand> | undefined {
  const lower = typeof value === 'string' ? value.toLowerCase() : undefined
  return isUuid<Brand>(lower) ? lower : undefined
}

function isUuid<Brand extends string>(text: string | undefined): text is Id<Brand> {
  return text !== undefined && uuidPattern.test(text)
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** 地域の種別 */
export type AreaTypeId = Id<'AreaTypeId'>
/** 地域 */
export type AreaId = Id<'AreaId'>
/** 支援者 */
export type SupporterId = Id<'SupporterId'>
/** 名簿の取込み */
export type SupporterImportId = Id<'SupporterImportId'>
/** 名寄せ */
export type SupporterMergeId = Id<'SupporterMergeId'>
/** 勘定科目 */
export type LedgerAccountId = Id<'LedgerAccountId'>
/** 財源 */
export type FundingSourceId = Id<'FundingSourceId'>
/** 運動 */
export type CampaignId = Id<'CampaignId'>
/** 募金方法 */
export type CollectionMethodId = Id<'CollectionMethodId'>
/** 使途・基金 */
export type FundId = Id<'FundId'>
/** 会員種別 */
export type DuesKindId = Id<'DuesKindId'>
/** 仕訳・伝票 */
export type JournalEntryId = Id<'JournalEntryId'>
/** 保存した報告書 */
export type SavedReportId = Id<'SavedReportId'>
/** 受付の束 */
export type IntakeBatchId = Id<'IntakeBatchId'>
/** 受付の明細 */
export type IntakeLineId = Id<'IntakeLineId'>
/** 監査ログの一件 */
export type AuditEventId = Id<'AuditEventId'>
/** 利用者 */
export type UserId = Id<'UserId'>
/** 会員 */
export type MembershipId = Id<'MembershipId'>
/** 入会の見込み */
export type ProspectId = Id<'ProspectId'>
/** 納入のお願い */
export type DuesRequestId = Id<'DuesRequestId'>
/** 還元金の計算 */
export type ShareBackRunId = Id<'ShareBackRunId'>
/** 説明・広報の記録 */
export type OutreachEventId = Id<'OutreachEventId'>
/** 帳票作成 */
export type DocumentRunId = Id<'DocumentRunId'>
/** 保管文書 */
export type StoredDocumentId = Id<'StoredDocumentId'>
/** 領収書 */
export type ReceiptId = Id<'ReceiptId'>
/** 領収書の系列 */
export type ReceiptSeriesId = Id<'ReceiptSeriesId'>
/** 年間証明の発行 */
export type ReceiptRunId = Id<'ReceiptRunId'>
/** 送信メール */
export type OutgoingMailId = Id<'OutgoingMailId'>
/** 印影 */
export type ReceiptSealId = Id<'ReceiptSealId'>
/** 結果の公表 */
export type CampaignPublicationId = Id<'CampaignPublicationId'>
/** 募金の場所・機会 */
export type CollectionPointId = Id<'CollectionPointId'>
/** 金種別の計数 */
export type CashCountId = Id<'CashCountId'>
/** 校区分会の役員 */
export type BranchOfficerId = Id<'BranchOfficerId'>
/** 送金 */
export type RemittanceId = Id<'RemittanceId'>
/** 預り証 */
export type InterimReceiptId = Id<'InterimReceiptId'>
/** 領収書用紙の冊 */
export type ReceiptFormBlockId = Id<'ReceiptFormBlockId'>
/** 配分金 */
export type AllocationId = Id<'AllocationId'>
/** 配分金の受入 */
export type AllocationReceiptId = Id<'AllocationReceiptId'>
/** 配分金の使途 */
export type AllocationUseId = Id<'AllocationUseId'>
/** 助成の種類 */
export type GrantKindId = Id<'GrantKindId'>
/** 見舞金の対象区分 */
export type ReliefClassId = Id<'ReliefClassId'>
/** 助成の公募 */
export type GrantCallId = Id<'GrantCallId'>
/** 助成の申請 */
export type GrantApplicationId = Id<'GrantApplicationId'>
/** 配分委員会 */
export type GrantCommitteeId = Id<'GrantCommitteeId'>
/** 助成金の支払 */
export type GrantPaymentId = Id<'GrantPaymentId'>
/** 寄附のきっかけ */
export type DonationChannelId = Id<'DonationChannelId'>
/** 寄附の予約 */
export type PledgeId = Id<'PledgeId'>
/** 予約の分割 */
export type PledgeInstalmentId = Id<'PledgeInstalmentId'>
/** 寄附の基準 */
export type DonationThresholdId = Id<'DonationThresholdId'>
/** 文書のひな形 */
export type LetterTemplateId = Id<'LetterTemplateId'>
/** 見舞金の支払 */
export type ReliefPaymentId = Id<'ReliefPaymentId'>
/** 使途・基金の使用: the act of the page, which becomes an entry. */
export type FundUseId = Id<'FundUseId'>
/** 使途・基金の振替 */
export type FundTransferId = Id<'FundTransferId'>
/** 使途・基金の報告 */
export type FundReportId = Id<'FundReportId'>
/** 預託の目的 */
export type GoodwillPurposeId = Id<'GoodwillPurposeId'>
/** 品目 */
export type GoodsItemId = Id<'GoodsItemId'>
/** 在庫のまとまり */
export type GoodsLotId = Id<'GoodsLotId'>
/** 善意銀行の一件 */
export type GoodwillActId = Id<'GoodwillActId'>
/** 協賛・収益 */
export type RevenueStreamId = Id<'RevenueStreamId'>
/** 協賛・収益の受入 */
export type RevenueReceiptId = Id<'RevenueReceiptId'>
/** 外部資金の募集 */
export type ExternalCallId = Id<'ExternalCallId'>
/** 外部資金の申込 */
export type ExternalApplicationId = Id<'ExternalApplicationId'>
/** 外部資金の入金 */
export type ExternalReceiptId = Id<'ExternalReceiptId'>
/** 地域貢献の相手 */
export type PartnerId = Id<'PartnerId'>
/** 支援者の前の住所 */
export type FormerAddressId = Id<'FormerAddressId'>
/** 支援者のそのほかの連絡先 */
export type ContactPointId = Id<'ContactPointId'>
/** 支援者どうしの関係 */
export type SupporterRelationId = Id<'SupporterRelationId'>
/** 支援者の添付ファイル */
export type SupporterAttachmentId = Id<'SupporterAttachmentId'>
/** ラベル用紙 */
export type LabelSheetId = Id<'LabelSheetId'>
/** 支払いの受け口 */
export type PaymentAccountId = Id<'PaymentAccountId'>
/** 受付項目 */
export type GivingTargetId = Id<'GivingTargetId'>
/** 短いリンク */
export type GivingLinkId = Id<'GivingLinkId'>
/** オンライン寄附 */
export type OnlineGiftId = Id<'OnlineGiftId'>
/** オンライン決済 */
export type OnlinePaymentId = Id<'OnlinePaymentId'>
/** 返金 */
export type OnlineRefundId = Id<'OnlineRefundId'>
/** 異議申立て */
export type OnlineDisputeId = Id<'OnlineDisputeId'>
/** 入金 */
export type PayoutId = Id<'PayoutId'>

/** 収入の区分 */
export type IncomeLineId = Id<'IncomeLineId'>

/** 年額の一件 */
export type IncomeTotalId = Id<'IncomeTotalId'>

/** 基礎数値の一件 */
export type YearFigureId = Id<'YearFigureId'>

/** 列の割り当て */
export type JournalExportProfileId = Id<'JournalExportProfileId'>

/** 会計ソフトへの書き出し */
export type JournalExportId = Id<'JournalExportId'>

/** 寄附の明細書の記録 */
export type GiftScheduleNoteId = Id<'GiftScheduleNoteId'>

/** 補助金の明細書の記録 */
export type SubsidyScheduleNoteId = Id<'SubsidyScheduleNoteId'>

/** 計画 */
export type PlanId = Id<'PlanId'>

/** 計画の点検・評価 */
export type PlanReviewId = Id<'PlanReviewId'>

/** 校区福祉活動計画 */
export type DistrictPlanId = Id<'DistrictPlanId'>
