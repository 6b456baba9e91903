import { type DocumentKind, documentKinds } from '@sasaeai/domain/document/document-kind'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { PaperMaker, PaperMakers } from './document/paper-maker.ts'
import { duesRequestLettersMaker } from './membership-dues/dues-request-letters-maker.ts'

/** Every kind of papers with its maker: the term `document` runs them without knowing the terms they come from. */
export const paperMakers: PaperMakers = {
  dues_request_letters: duesRequestLettersMaker,
  company_request_letters: notYet('company_request_letters'),
  transfer_slip_sheet: notYet('transfer_slip_sheet'),
  dues_receipts: notYet('dues_receipts'),
  member_list: notYet('member_list'),
  dues_progress_list: notYet('dues_progress_list'),
}

function notYet(kind: DocumentKind): PaperMaker {
  return { kind: documentKinds.find((each) => each === kind) ?? kind, title: async () => fail('document_not_ready'), make: async () => null }
}
