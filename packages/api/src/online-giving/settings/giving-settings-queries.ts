import type { Tx } from '@sasaeai/db/in-transaction'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { GivingSettingsDetails } from '@sasaeai/domain/online-giving/settings/giving-settings-details'
import type { GivingTextName } from '@sasaeai/domain/online-giving/settings/giving-text-name'
import { detailsMissingInTexts, type GivingTextRecord, publicTexts, standardTexts } from '@sasaeai/domain/online-giving/settings/public-texts'
import type { Deps } from '../../deps.ts'

export interface GivingSettingsRow {
  readonly details: GivingSettingsDetails
  /** The council's own words; empty where the standard text holds. */
  readonly own: GivingTextRecord
  readonly revision: number
}

/** 受付の設定 with its texts, as the office edits them. */
export interface GivingSettingsInFull extends GivingSettingsRow {
  /** As givers read them. */
  readonly shown: Readonly<Record<GivingTextName, string>>
  readonly standard: Readonly<Record<GivingTextName, string>>
  /** What the standard texts would name as well, were it written down: 「電話番号」. */
  readonly missing: readonly string[]
  /** Of the 受付項目 that are in use. */
  readonly openTargets: number
  /** Whether this server has a key for an account that such a one pays into. */
  readonly hasGateway: boolean
}

const columns = {
  isOpen: true, minimumYen: true, maximumYen: true, receiptRule: true, taxDateBasis: true, refundApprovalYen: true, challengesEveryone: true,
  startsPerAddressHour: true, startsPerEmailDay: true, startsPerVisitHour: true, startsPerHour: true, commercialDisclosure: true, refundPolicy: true, privacyNotice: true,
  thanks: true, revision: true,
} as const

/** The one row; laid by a migration, so it is always there. */
export async function readGivingSettingsWithin(tx: Pick<Tx, 'givingSettings'>): Promise<GivingSettingsRow> {
  const { revision, commercialDisclosure, refundPolicy, privacyNotice, thanks, ...row } = await tx.givingSettings.findUniqueOrThrow({ where: { id: 1 }, select: columns })
  return {
    details: { ...row, minimumYen: yenFromColumn(row.minimumYen), maximumYen: yenFromColumn(row.maximumYen), refundApprovalYen: yenFromColumn(row.refundApprovalYen) },
    own: { commercialDisclosure, refundPolicy, privacyNotice, thanks },
    revision,
  }
}

/** Null before the council has been set up. */
export async function readGivingSettings({ db, gateways }: Deps): Promise<GivingSettingsInFull | null> {
  const { prisma } = db
  const [settings, council, targets] = await Promise.all([
    readGivingSettingsWithin(prisma),
    prisma.council.findFirst(),
    prisma.givingTarget.findMany({ where: { closedOn: null }, select: { paymentAccount: { select: { code: true } } } }),
  ])
  if (council === null) return null
  return {
    ...settings,
    shown: publicTexts({ ...settings.details, ...settings.own }, council),
    standard: standardTexts(settings.details, council),
    missing: detailsMissingInTexts(council),
    openTargets: targets.length,
    hasGateway: targets.some(({ paymentAccount }) => gateways !== undefined && gateways.of(paymentAccount.code) !== null),
  }
}
