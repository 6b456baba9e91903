import type { GivingTextName } from './giving-text-name.ts'
import { standardDisclosure } from './standard-disclosure.ts'
import { standardPrivacyNotice, standardRefundPolicy, standardThanks } from './standard-notices.ts'
import type { TextCouncil, TextRules } from './text-council.ts'

/** The texts as they are recorded: empty where the standard one holds. */
export type GivingTextRecord = Readonly<Record<GivingTextName, string>>

/** The texts as givers read them: the council's own words, else the standard ones, which name the council. */
export function publicTexts(settings: TextRules & GivingTextRecord, council: TextCouncil): Record<GivingTextName, string> {
  const standard = standardTexts(settings, council)
  return {
    commercialDisclosure: settings.commercialDisclosure || standard.commercialDisclosure,
    refundPolicy: settings.refundPolicy || standard.refundPolicy,
    privacyNotice: settings.privacyNotice || standard.privacyNotice,
    thanks: settings.thanks || standard.thanks,
  }
}

/** 標準の文: complete for a council that has written down its name, address, phone and representative. */
export function standardTexts(rules: TextRules, council: TextCouncil): Record<GivingTextName, string> {
  return {
    commercialDisclosure: standardDisclosure(rules, council),
    refundPolicy: standardRefundPolicy(council),
    privacyNotice: standardPrivacyNotice(council),
    thanks: standardThanks(rules, council),
  }
}

/** Which of the council's details its texts would name, were they written down. */
export function detailsMissingInTexts(council: TextCouncil): string[] {
  const wanted = [['住所', council.address], ['電話番号', council.phone], ['メールアドレス', council.email], ['代表者', council.representative]] as const
  return wanted.filter(([, value]) => value === '').map(([word]) => word)
}
