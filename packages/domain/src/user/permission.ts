import type { Role } from './role.ts'

/**
 * Who may do what: the one place where it is decided. Every procedure of the API names one of these permissions;
 * docs/permissions.md is the same table in words, and a test walks every procedure with every role against it.
 */
const rolesByPermission = {
  /** Read ground data: areas, accounts, sources, campaigns. Every screen needs it. */
  'ground.read': ['administrator', 'accountant', 'receptionist', 'executive', 'auditor'],
  /** Change ground data. */
  'ground.manage': ['administrator', 'accountant'],
  /** Change the council's own details and open fiscal years. */
  'council.manage': ['administrator'],
  /** Close and reopen months (締め). */
  'period.close': ['administrator', 'accountant'],
  /** Read entries and their history; executives need it to ask why a figure is so. */
  'ledger.read': ['administrator', 'accountant', 'receptionist', 'executive', 'auditor'],
  /** Post, reverse and correct entries. */
  'ledger.post': ['administrator', 'accountant'],
  /** Recompute the books and compare (整合性チェック). */
  'ledger.check': ['administrator', 'accountant', 'auditor'],
  /** Read what went to the accounting program, and take its files again. */
  'journalExport.read': ['administrator', 'accountant', 'auditor'],
  /** Send entries to the accounting program, and decide how they are written. */
  'journalExport.make': ['administrator', 'accountant'],
  /** Read batches, drafts included. */
  'intake.read': ['administrator', 'accountant', 'receptionist', 'auditor'],
  /** Type, save and hand in batches, and post them where no second person is asked for. */
  'intake.write': ['administrator', 'accountant', 'receptionist'],
  /** Post what somebody else handed in. */
  'intake.approve': ['administrator', 'accountant'],
  'supporter.read': ['administrator', 'accountant', 'receptionist', 'auditor'],
  'supporter.write': ['administrator', 'accountant', 'receptionist'],
  /** Take a whole register in from a file, and undo that. */
  'supporter.import': ['administrator', 'accountant'],
  /** Make one of two records of a supporter, and two again (名寄せ). */
  'supporter.merge': ['administrator', 'accountant'],
  /** Read members, requests, progress and share-back of 社協会費. */
  'dues.read': ['administrator', 'accountant', 'receptionist', 'executive', 'auditor'],
  /** Keep members, contacts, materials and the log of briefings. */
  'dues.write': ['administrator', 'accountant', 'receptionist'],
  /** Decide what a year asks: terms, requests, rules of share-back. */
  'dues.manage': ['administrator', 'accountant'],
  /** Pay share-back, which posts entries. */
  'shareBack.post': ['administrator', 'accountant'],
  /** Read campaigns, goals, results, custody and allocations of 共同募金・歳末. */
  'chest.read': ['administrator', 'accountant', 'receptionist', 'executive', 'auditor'],
  /** Keep places of collection, officers, materials and the 共同募金会's numbered forms; count boxes and street collections. */
  'chest.write': ['administrator', 'accountant', 'receptionist'],
  /** Decide goals, close a drive, publish its result, keep allocations. */
  'chest.manage': ['administrator', 'accountant'],
  /** Remit what is held, and book what comes back as 配分金. */
  'chest.post': ['administrator', 'accountant'],
  /** Read grants: calls, applications, decisions, reports. */
  'grant.read': ['administrator', 'accountant', 'receptionist', 'executive', 'auditor'],
  /** Take in applications and reports. */
  'grant.write': ['administrator', 'accountant', 'receptionist'],
  /** Keep calls and write down what the committee decided. */
  'grant.manage': ['administrator', 'accountant'],
  /** Pay grants and 見舞金. */
  'grant.post': ['administrator', 'accountant'],
  /** Read funds with their gifts and uses, machines, sponsors, outside channels and partners. */
  'fund.read': ['administrator', 'accountant', 'receptionist', 'executive', 'auditor'],
  /** Write what a fund was used for, and export the register of partners, which names people. */
  'fund.write': ['administrator', 'accountant', 'receptionist'],
  /** Publish what a fund was used for, and take it back. */
  'fund.publish': ['administrator', 'accountant'],
  /** Book what a fund was used for, and what machines, sponsors and outside channels brought. */
  'fund.post': ['administrator', 'accountant'],
  /** Read gifts with what the office knows of them, promises, and who reached a threshold. */
  'donation.read': ['administrator', 'accountant', 'receptionist', 'executive', 'auditor'],
  /** Complete gifts, keep promises, write down letters of thanks. */
  'donation.write': ['administrator', 'accountant', 'receptionist'],
  /** Book and correct gifts at the desk. */
  'donation.post': ['administrator', 'accountant'],
  /** Read what is given online: gifts, monthly gifts, payouts, what the gateway tells, and how it is set up. */
  'giving.read': ['administrator', 'accountant', 'receptionist', 'executive', 'auditor'],
  /** Help givers: send a link to their page again, note something on a gift. */
  'giving.write': ['administrator', 'accountant', 'receptionist'],
  /** Decide what can be given online and how; deal with what was put aside; change monthly gifts on a giver's wish. */
  'giving.manage': ['administrator', 'accountant'],
  /** Ask for refunds, and approve those of others. */
  'giving.refund': ['administrator', 'accountant'],
  /** Confirm payouts against the bank book. */
  'giving.reconcile': ['administrator', 'accountant'],
  /** Read 善意銀行: what is there, what came in, what went out. */
  'goodwill.read': ['administrator', 'accountant', 'receptionist', 'executive', 'auditor'],
  /** Take deposits in, hand goods out, write off and take stock. */
  'goodwill.write': ['administrator', 'accountant', 'receptionist'],
  /** Pay money out of 善意銀行, and undo what was recorded. */
  'goodwill.post': ['administrator', 'accountant'],
  /** Have papers made. */
  'document.make': ['administrator', 'accountant', 'receptionist'],
  'receipt.read': ['administrator', 'accountant', 'receptionist', 'auditor'],
  /** Write down that receipts were handed over or posted. */
  'receipt.deliver': ['administrator', 'accountant', 'receptionist'],
  /** Issue and void receipts in the council's name. */
  'receipt.issue': ['administrator', 'accountant'],
  /** Read 送信箱: mails with what is attached and how they were sent. */
  'mail.read': ['administrator', 'accountant', 'receptionist', 'auditor'],
  /** Send mails again, call them off, say that one was sent by hand. */
  'mail.send': ['administrator', 'accountant', 'receptionist'],
  /** Read the funding page and its figures. */
  'report.read': ['administrator', 'accountant', 'receptionist', 'executive', 'auditor'],
  /** Say what a year was: yearly totals, actuals, targets, assessments. */
  'indicator.write': ['administrator', 'accountant'],
  /** Decide what is counted and how: lines of income, definitions of indicators, plans. */
  'indicator.manage': ['administrator', 'accountant'],
  /** Save reports with their figures. */
  'report.save': ['administrator', 'accountant', 'executive'],
  /** Keep calls of others and what the council applies for. */
  'externalFund.write': ['administrator', 'accountant', 'receptionist'],
  /** Book the money of an award. */
  'externalFund.post': ['administrator', 'accountant'],
  /** See and guard one's own account: sessions, passkeys, second factor. */
  'account.own': ['administrator', 'accountant', 'receptionist', 'executive', 'auditor'],
  'user.manage': ['administrator'],
  'audit.read': ['administrator', 'auditor'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof rolesByPermission

/** Whether a role may do a thing. */
export function mayDo(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = rolesByPermission[permission]
  return allowed.includes(role)
}
