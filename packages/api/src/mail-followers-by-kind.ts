import type { MailFollowers } from './letter/outbox/mail-followers.ts'

/** What follows when a mail has gone out, by what it is for; each is read with the first mail of its kind. */
export const mailFollowers: MailFollowers = {
  receipt: async (...sent) => (await import('./receipt/mail/note-receipt-mailed.ts')).noteReceiptMailed(...sent),
  thank_you: async (...sent) => (await import('./donation/letter/note-thank-you-mailed.ts')).noteThankYouMailed(...sent),
  online_thanks: async (...sent) => (await import('./online-giving/care/note-thanked.ts')).noteThanked(...sent),
  // Nothing follows: the refund itself is on record.
  online_refund: async () => {},
  // Nothing follows: it was asked for by whoever reads it.
  giver_link: async () => {},
  // Nothing follows: the report is still due.
  external_report: async () => {},
  annual_receipt: async (...sent) => (await import('./receipt/mail/note-receipt-mailed.ts')).noteReceiptMailed(...sent),
}
